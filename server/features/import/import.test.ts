import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '#server/http/call.ts';
import { workbookOf } from '#server/testing/workbook.ts';
import { startTestServer, type TestPerson, type TestServer } from '#server/testing/test-server.ts';

let server: TestServer;
let storeId: string;
let admin: TestPerson;

beforeAll(async () => {
  server = await startTestServer();
  storeId = await server.addStore();
  admin = await server.addPerson(storeId, ['admin']);
});
afterAll(() => server.close());

const boundary = 'form-boundary-of-the-test';

type Sent = { readonly kind: string; readonly sheet?: string };

/** A form with one file, as a browser sends it. */
function form(input: Sent, file: Buffer, name = 'file.csv') {
  const field = Object.entries(input)
    .map(([key, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${key}"\r\n\r\n${value}\r\n`)
    .join('');
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: text/csv\r\n\r\n`;
  return Buffer.concat([Buffer.from(field + head), file, Buffer.from(`\r\n--${boundary}--\r\n`)]);
}

const upload = (kind: string, file: Buffer | string, by: TestPerson = admin) => send({ kind }, file, by);

const send = (input: Sent, file: Buffer | string, by: TestPerson = admin) =>
  server.app.inject({
    method: 'POST',
    url: '/api/v1/imports',
    headers: {
      cookie: by.cookie,
      'idempotency-key': newId(),
      'content-type': `multipart/form-data; boundary=${boundary}`,
    },
    payload: form(input, Buffer.from(file)),
  });

const table = (...rows: readonly string[]): string => rows.join('\r\n');
const apply = ({ importId, version }: { importId: string; version: number }, skipBad = false) =>
  admin.command(`/imports/${importId}/apply`, { version, skipBad });
const customers = 'customer';
const countOf = async (
  name: 'customer' | 'vehicle' | 'part' | 'labour_operation' | 'stock_movement',
): Promise<number> => {
  const rows = await server.owner.db.selectFrom(name).select('store_id').where('store_id', '=', storeId).execute();
  return rows.length;
};

describe('a workbook with several sheets', () => {
  const file = workbookOf({
    说明: [['A1', '本表由旧系统导出']],
    苏州: [
      ['A1', '姓名'],
      ['B1', '电话'],
      ['A2', '钱一'],
      ['B2', '16155500001'],
    ],
    无锡: [
      ['A1', '姓名'],
      ['B1', '电话'],
      ['A2', '孙二'],
      ['B2', '16155500002'],
    ],
  });

  test('is read at the first sheet that has the columns, and says which were not read', async () => {
    const batch = (await upload('customers', file)).json();
    expect(batch).toMatchObject({ rowCount: 1, sheet: '苏州', otherSheets: ['说明', '无锡'] });
    const kept = (await admin.query(`/imports/${batch.importId}`)).json();
    expect(kept).toMatchObject({ sheet: '苏州', otherSheets: ['说明', '无锡'], rows: [{ values: { name: '钱一' } }] });
  });

  test('is read at the sheet that is asked for', async () => {
    const batch = (await send({ kind: 'customers', sheet: '无锡' }, file)).json();
    expect(batch).toMatchObject({ sheet: '无锡', otherSheets: ['说明', '苏州'] });
    expect((await admin.query(`/imports/${batch.importId}`)).json().rows).toMatchObject([{ values: { name: '孙二' } }]);
    const cover = await send({ kind: 'customers', sheet: '说明' }, file);
    expect(cover.json()).toMatchObject({ code: 'file_unreadable' });
  });

  test('is refused where it has no such sheet, and says which it has', async () => {
    const answer = (await send({ kind: 'customers', sheet: '常州' }, file)).json();
    expect(answer).toMatchObject({ code: 'sheet_unknown', field: 'sheet' });
    expect(answer.zh).toContain('说明、苏州、无锡');
  });
});

describe('importing customers and cars', () => {
  test('tells every bad row with number, column and reason in both languages', async () => {
    const file = table('姓名*,电话*,类型', '王建国,16100000001,个人', ',1610000,其他', '李梅,16100000001,个人');
    const { rowCount, errorCount, problems } = (await upload('customers', file)).json();
    expect({ rowCount, errorCount }).toEqual({ rowCount: 3, errorCount: 2 });
    expect(problems[0]).toMatchObject({ row: 3 });
    expect(problems[0].problems.map((each: { column: string }) => each.column)).toEqual(['类型', '姓名', '电话']);
    expect(problems[1].problems).toMatchObject([
      { column: '电话', words: { zh: '与第 2 行重复', en: 'The same as in row 2' } },
    ]);
    expect(await countOf(customers)).toBe(0);
  });

  test('brings in nothing while rows are bad, and the good ones when the bad are to be skipped', async () => {
    const file = table('姓名,电话', '王建国,16100000001', '无电话,');
    const batch = (await upload('customers', file)).json();
    expect((await apply(batch)).json()).toMatchObject({ code: 'import_has_errors' });
    expect(await countOf(customers)).toBe(0);
    expect((await apply(batch, true)).json()).toMatchObject({ imported: 1, skipped: 1, state: 'applied' });
    expect(await countOf(customers)).toBe(1);
    expect((await admin.query('/imports')).json().items[0]).toMatchObject({ state: 'applied' });
  });

  test('brings in a file once, however often and by how many it is asked', async () => {
    const batch = (await upload('customers', table('姓名,电话', '赵强,16100000002'))).json();
    const answers = await Promise.all([apply(batch), apply(batch)]);
    expect(answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect((await apply({ ...batch, version: 2 })).json()).toMatchObject({ code: 'import_closed' });
    expect(await countOf(customers)).toBe(2);
    const again = (await upload('customers', table('姓名,电话', '赵强,16100000002'))).json();
    expect(again.problems[0].problems).toMatchObject([
      { column: '电话', words: { zh: '该电话已有客户档案，无需再导入' } },
    ]);
  });

  test('reads GB18030 as Chinese Excel saves it', async () => {
    const bytes = Buffer.from([0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xb5, 0xe7, 0xbb, 0xb0, 0x0a, 0xcd, 0xf5, 0xce, 0xe5]);
    const file = Buffer.concat([bytes, Buffer.from(',16100000003')]);
    const batch = (await upload('customers', file)).json();
    const { rows } = (await admin.query(`/imports/${batch.importId}`)).json();
    expect(rows[0].values).toMatchObject({ name: '王五', phone: '16100000003' });
  });

  test('puts cars with their owners, and refuses a wrong VIN without a reason', async () => {
    const file = table(
      '车牌号,车辆识别代号,品牌,车型,动力类型,首次销售日期,里程,车主电话',
      '苏E12A34,,大众,帕萨特,汽油,2023/5/1,23450,16100000001',
      '苏E12A35,LSVAL41Z182104202,大众,帕萨特,汽油,,,',
      '苏E12A36,,大众,帕萨特,蒸汽,2023-13-01,,16199999999',
      '苏E12A37,,大众,帕萨特,汽油,0001-01-01,,',
    );
    const batch = (await upload('vehicles', file)).json();
    expect(batch.errorCount).toBe(3);
    expect((await apply(batch, true)).json()).toMatchObject({ imported: 1 });
    const car = await server.owner.db
      .selectFrom('vehicle')
      .innerJoin('vehicle_party', 'vehicle_party.vehicle_id', 'vehicle.vehicle_id')
      .innerJoin('customer', 'customer.customer_id', 'vehicle_party.customer_id')
      .select(['plate', 'first_sold_on', 'odometer_km', 'customer.name', 'vehicle.chain_seq'])
      .executeTakeFirst();
    expect(car).toMatchObject({
      plate: '苏E12A34',
      first_sold_on: '2023-05-01',
      odometer_km: 23_450,
      name: '王建国',
      chain_seq: 1,
    });
  });
});

describe('importing the catalogue', () => {
  test('publishes operations and parts, and opens their stock with a movement', async () => {
    const operations = table(
      '编码,名称,工种,类别,维修类别,工时定额,工时单价',
      'MA01,换机油,机电,保养,维护,0.5,',
      'MA02,x,机电,保养,维护,abc,1',
    );
    expect((await apply((await upload('labour_operations', operations)).json(), true)).json()).toMatchObject({
      imported: 1,
    });
    const parts = table('编码,名称,单位,来源,单价,库位,安全库存', 'P1,机油滤清器,个,原厂,48.00,A-01-1,8');
    expect((await apply((await upload('parts', parts)).json())).json()).toMatchObject({ imported: 1 });
    const opening = table('配件编码,数量,成本单价', 'P1,24.5,31.50', 'P9,1,1');
    expect((await apply((await upload('opening_stock', opening)).json(), true)).json()).toMatchObject({
      imported: 1,
      skipped: 1,
    });
    const { items } = (await admin.query('/catalogue/parts')).json();
    expect(items[0]).toMatchObject({ code: 'P1', onHandMilli: 24_500, averageCostFen: 3150, priceFen: 4800 });
    expect(await countOf('stock_movement')).toBe(1);
    const twice = (await upload('opening_stock', opening)).json();
    expect(twice.errorCount).toBe(2);
  });

  test('takes five thousand rows at once, and not one more', async () => {
    const rows = Array.from({ length: 5000 }, (_, index) => `B${index},配件${index},个,原厂,1.00,Z-1`);
    const batch = (await upload('parts', table('编码,名称,单位,来源,单价,库位', ...rows))).json();
    expect((await apply(batch)).json()).toMatchObject({ imported: 5000 });
    const many = await upload('parts', table('编码,名称,单位,来源,单价,库位', ...rows, 'C1,c,个,原厂,1,Z'));
    expect(many.json()).toMatchObject({ code: 'file_too_large' });
  });
});

describe('files that are none', () => {
  test.each([
    ['no text', Buffer.from([0, 1, 2, 255, 254])],
    ['a header alone', Buffer.from('姓名,电话')],
    ['a broken workbook', Buffer.from('PK\u0003\u0004broken')],
  ])('are refused: %s', async (_, file) => {
    expect((await upload('customers', file)).json()).toMatchObject({ code: 'file_unreadable' });
  });

  test('are refused with the columns they lack', async () => {
    const answer = await upload('customers', table('姓名,微信', 'a,b'));
    expect(answer.json()).toMatchObject({ code: 'columns_missing', detail: expect.stringContaining('电话') });
  });
});

describe('lists as people have them', () => {
  type Read = {
    rows: { row: number; cells: { column: string; text: string }[]; values: object; problems: { column: string }[] }[];
    unknown: string[];
    errorCount: number;
  };
  const read = async ({ importId }: { importId: string }) => (await admin.query(`/imports/${importId}`)).json<Read>();
  const uploaded = async (kind: string, file: string | Buffer) => read((await upload(kind, file)).json());

  test('a title above, other usual headers, blank lines and a column of their own: rows keep their numbers', async () => {
    const file = table('客户清单,,', '', '客户姓名,手机号,生日', '周一,16100000101,5 月', '', '周二,1610000,');
    const { rows, unknown } = await uploaded('customers', file);
    expect(rows.map(({ row }) => row)).toEqual([4, 6]);
    expect(rows[0]?.values).toMatchObject({ name: '周一', phone: '16100000101' });
    expect(rows[1]?.problems).toMatchObject([{ column: '电话' }]);
    expect(rows[1]?.cells).toContainEqual({ column: '电话', text: '1610000' });
    expect(unknown).toEqual(['生日']);
  });

  test('what the text itself contains does not part it: semicolons between commas, commas between semicolons, inches', async () => {
    const commas = await uploaded('customers', table('姓名,电话,地址,来源', '周一,16100000102,1 号;2 楼,转介绍'));
    expect(commas.rows[0]?.values).toMatchObject({ address: '1 号;2 楼', source: '转介绍' });
    const semicolons = await uploaded('customers', table('姓名;电话;地址', '周一;16100000103;1 号,2 楼 5" 间'));
    expect(semicolons.rows[0]?.values).toMatchObject({ phone: '16100000103', address: '1 号,2 楼 5" 间' });
  });

  test('a number that the spreadsheet shortened is told as that, with its remedy', async () => {
    const { rows } = await uploaded('customers', table('姓名,电话', '周一,1.61E+10'));
    expect(rows[0]?.problems).toMatchObject([{ column: '电话', words: { zh: expect.stringContaining('科学计数法') } }]);
  });

  test('days and figures are read as spreadsheets and people write them, and what no file may hold is a bad row', async () => {
    const header = '车牌号,品牌,车型,动力类型,年款,购车日期,里程,保养间隔月数';
    const good = '苏E77A01,大众,帕萨特,汽油,2023款,45047,"23,450 km",12个月';
    const { rows } = await uploaded('vehicles', table(header, good, '苏E77A02,大众,帕萨特,汽油,23,2023-05-01,1.2万,0'));
    expect(rows[0]?.values).toMatchObject({
      modelYear: 2023,
      firstSoldOn: '2023-05-01',
      odometerKm: 23_450,
      serviceIntervalMonths: 12,
    });
    expect(rows[1]?.problems.map(({ column }) => column)).toEqual(['年款', '保养间隔月数', '里程']);
  });

  test('cars without their owners are mended by importing the owners: the same preview is good then', async () => {
    const cars = table('车牌号,品牌,车型,动力类型,车主电话', '苏E77A03,大众,帕萨特,汽油,16100000104');
    const batch = (await upload('vehicles', cars)).json();
    expect((await apply(batch)).json()).toMatchObject({ code: 'import_has_errors' });
    await apply((await upload('customers', table('姓名,电话', '周三,16100000104'))).json());
    expect(await read(batch)).toMatchObject({ errorCount: 0 });
    expect((await apply(batch)).json()).toMatchObject({ imported: 1, skipped: 0 });
  });

  test('bad rows are taken away as a file with their problems, mended and uploaded again', async () => {
    const batch = (
      await upload('customers', table('姓名,电话,生日', '周四,16100000105,', ',16100000106,"5 月, 1 日"'))
    ).json();
    await apply(batch, true);
    const { body } = await admin.query(`/imports/${batch.importId}/bad-rows`);
    expect(body).toContain(',16100000106,"5 月, 1 日",3,姓名: 必须填写');
    const again = await uploaded('customers', body.replace('\n,16100000106', '\n周五,16100000106'));
    expect(again).toMatchObject({ errorCount: 0, unknown: ['生日'], rows: [{ values: { name: '周五' } }] });
  });
});

test('a discarded import is never brought in', async () => {
  const batch = (await upload('customers', table('姓名,电话', '钱,16100000009'))).json();
  const { importId, version } = batch;
  expect((await admin.command(`/imports/${importId}/discard`, { version })).json()).toMatchObject({
    state: 'discarded',
  });
  expect((await apply({ importId, version: version + 1 })).json()).toMatchObject({ code: 'import_closed' });
});

test('a template has the headers that an import reads', async () => {
  const answer = await admin.query('/imports/templates/customers');
  expect(answer.headers['content-disposition']).toContain("filename*=UTF-8''");
  const batch = (await upload('customers', answer.rawPayload)).json();
  expect(batch).toMatchObject({ rowCount: 1 });
});

test('an advisor imports nothing', async () => {
  const advisor = await server.addPerson(storeId, ['advisor']);
  expect((await upload('parts', table('a', 'b'), advisor)).json()).toMatchObject({ code: 'forbidden' });
});
