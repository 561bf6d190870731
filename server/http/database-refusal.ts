import { DatabaseError } from 'pg';
import { refuse, type Refusal, type RefusalCode } from '#domain/kernel/refusal.ts';

const codes: Readonly<Record<string, RefusalCode>> = {
  '23505': 'conflict',
  '23503': 'conflict',
  '23514': 'conflict',
  '23P01': 'conflict',
  '40001': 'busy',
  '40P01': 'busy',
  '55P03': 'busy',
  '57014': 'busy',
  '22001': 'invalid_input',
  '22003': 'invalid_input',
  '22007': 'invalid_input',
  '22008': 'invalid_input',
  '22009': 'invalid_input',
  '22021': 'invalid_input',
  '22P02': 'invalid_input',
  '22P05': 'invalid_input',
};

/** Rules that the database keeps where two act at once: the one that comes second hears the rule's own words. */
const constraints: Readonly<Record<string, RefusalCode>> = {
  assignment_bay_as_it_is: 'busy',
  assignment_bay_once: 'bay_taken',
  assignment_technician_once: 'technician_taken',
  inspection_by_inspector: 'worked_on_order',
  participation_inspector_did_not_work: 'worked_on_order',
  punch_one_open: 'busy',
};

/** What the database itself refused: constraints, locks and values it cannot hold. Null when the error is a bug. */
export function databaseRefusal(error: unknown): Refusal | null {
  if (!(error instanceof DatabaseError)) return null;
  const code = constraints[error.constraint ?? ''] ?? codes[error.code ?? ''];
  return code === undefined ? null : refuse(code);
}

/** An error for the log, without the values that PostgreSQL quotes in its messages. */
export function loggedError(error: unknown): Record<string, unknown> {
  if (error instanceof DatabaseError) {
    const { code, constraint, table, column, routine } = error;
    return { type: 'DatabaseError', code, constraint, table, column, routine, stack: framesOf(error) };
  }
  if (error instanceof Error) return { type: error.name, message: error.message, stack: framesOf(error) };
  return { type: typeof error };
}

const framesOf = (error: Error): string =>
  (error.stack ?? '')
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .join('\n');
