import { sha256 } from './canonical.ts';
import { at, fit, parsed, rowsOf, type Check } from './verification.ts';

type Charge = {
  readonly lineId: string;
  readonly amountFen: number;
  readonly grantedFen: number;
  readonly qtyMilli: number;
  readonly taxFen: number;
  readonly taxRateBp: number;
};

type Statement = {
  readonly id: string;
  readonly statement_no: string;
  readonly payer: string;
  readonly state: string;
  readonly total_fen: string;
  readonly tax_fen: string;
  readonly paid_fen: string;
  readonly content: string | null;
  readonly content_hash: string | null;
  readonly lines: readonly Charge[];
};

const statements = `select s.statement_id as id, s.statement_no, s.payer::text, s.state::text, s.total_fen, s.tax_fen,
    c.content, c.content_hash,
    (select coalesce(sum(amount_fen), 0) from payment_allocation p
      where p.store_id = s.store_id and p.order_id = s.order_id and p.statement_id = s.statement_id) +
    (select coalesce(sum(amount_fen), 0) from credit_note n
      where n.store_id = s.store_id and n.order_id = s.order_id and n.statement_id = s.statement_id) as paid_fen,
    coalesce((select jsonb_agg(jsonb_build_object('lineId', l.line_id, 'amountFen', l.settled_fen, 'grantedFen', l.granted_fen,
      'qtyMilli', l.settled_qty_milli, 'taxFen', l.tax_fen, 'taxRateBp', l.tax_rate_bp)) from statement_line l
      where l.store_id = s.store_id and l.order_id = s.order_id and l.statement_id = s.statement_id), '[]') as lines
  from statement s left join statement_content c using (store_id, order_id, statement_id)
  where s.store_id = $1 order by s.order_id, s.statement_id`;

/** What each statement said when it was presented, and that its lines and totals say the same. */
export async function verifyStatements({ client, storeId, count }: Check): Promise<void> {
  for await (const statement of rowsOf<Statement>(client, statements, [storeId])) {
    const { id, state, content } = statement;
    if (state === 'draft' && content === null) continue;
    fit(content !== null, 'statement_content', id, 'what was presented is missing');
    checkStatement(statement, content ?? '');
    count('statement');
    count('statement line', statement.lines.length);
  }
}

function checkStatement(statement: Statement, content: string): void {
  const { id, lines } = statement;
  fit(sha256(content) === statement.content_hash, 'statement_content', id, 'the content does not have this hash');
  const stated = parsed(content, 'statement_content', id);
  const said: readonly [string, unknown, unknown][] = [
    ['number', at(stated, 'statementNo'), statement.statement_no],
    ['payer', at(stated, 'payer'), statement.payer],
    ['total', at(stated, 'fees', 'totalFen'), Number(statement.total_fen)],
    ['tax', at(stated, 'fees', 'taxFen'), Number(statement.tax_fen)],
    ['sum of the lines', sum(lines.map(({ amountFen }) => amountFen)), Number(statement.total_fen)],
    ['tax of the lines', sum(lines.map(({ taxFen }) => taxFen)), Number(statement.tax_fen)],
  ];
  for (const [what, inContent, stored] of said) fit(inContent === stored, 'statement', id, `differs in the ${what}`);
  const settled = statement.state !== 'paid' || Number(statement.paid_fen) >= Number(statement.total_fen);
  fit(settled, 'statement', id, 'is said to be paid, and was not');
  checkLines(statement, at(stated, 'lines') as readonly Charge[]);
}

function checkLines({ id, lines }: Statement, stated: readonly Charge[]): void {
  fit(lines.length === stated.length, 'statement_line', id, 'as many lines as were presented');
  for (const line of lines) {
    const told = stated.find(({ lineId }) => lineId === line.lineId);
    const same =
      told?.amountFen === line.amountFen &&
      told.grantedFen === line.grantedFen &&
      told.qtyMilli === line.qtyMilli &&
      told.taxFen === line.taxFen &&
      told.taxRateBp === line.taxRateBp;
    fit(same, 'statement_line', `${id} ${line.lineId}`, 'differs from what was presented');
  }
}

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);
