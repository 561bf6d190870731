import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inStore } from '#db/transaction.ts';
import { createCustomerLink } from '#server/access/customer-link.ts';
import { newId } from '#server/http/call.ts';
import { fileCustomer, fileVehicle } from '#server/testing/build-customer.ts';
import { startTestServer, type TestPerson, type TestServer } from '#server/testing/test-server.ts';

let server: TestServer;
let storeId: string;
let advisor: TestPerson;

beforeAll(async () => {
  server = await startTestServer();
  storeId = await server.addStore();
  advisor = await server.addPerson(storeId, ['advisor']);
});
afterAll(() => server.close());

async function received(): Promise<string> {
  const customerId = await fileCustomer(server, storeId);
  const vehicleId = await fileVehicle(server, storeId, customerId);
  const links = { advisorId: null, appointmentId: null, comebackOf: null, waitsInShop: null };
  const presenter = { name: '王先生', phone: null, entrusted: true };
  const visit = { kind: 'customer', vehicleId, customerId, presenter, complaint: '保养', ...links };
  return (await advisor.command('/orders', visit)).json<{ orderId: string }>().orderId;
}

const photo = () =>
  sharp({ create: { width: 1200, height: 800, channels: 3, background: '#345' } })
    .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '43/1 49/1 0/1' } })
    .jpeg()
    .toBuffer();

function upload(orderId: string, bytes: Buffer, by: TestPerson = advisor) {
  const boundary = 'b0undary';
  const field = `--${boundary}\r\ncontent-disposition: form-data; name="purpose"\r\n\r\nwalk_around\r\n`;
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\ncontent-type: image/jpeg\r\n\r\n`;
  return server.app.inject({
    method: 'POST',
    url: `/api/v1/orders/${orderId}/attachments`,
    headers: {
      cookie: by.cookie,
      'idempotency-key': newId(),
      'content-type': `multipart/form-data; boundary=${boundary}`,
    },
    payload: Buffer.concat([Buffer.from(field + head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  });
}

test('keeps a photo without the position where it was taken, and a small one (R073, R321)', async () => {
  const orderId = await received();
  const original = await photo();
  expect((await sharp(original).metadata()).exif).toBeDefined();
  const answer = await upload(orderId, original);
  const { id } = answer.json<{ id: string }>();
  const [shown] = (await advisor.query(`/orders/${orderId}`)).json().attachments;
  expect(shown).toMatchObject({ attachmentId: id, purpose: 'walk_around', mediaType: 'image/jpeg' });
  const file = await advisor.query(`/orders/${orderId}/attachments/${id}/file`);
  expect(createHash('sha256').update(file.rawPayload).digest('hex')).toBe(shown.contentHash);
  const kept = await sharp(file.rawPayload).metadata();
  expect([kept.width, kept.height, kept.exif]).toEqual([1200, 800, undefined]);
  const small = await advisor.query(`/orders/${orderId}/attachments/${id}/thumbnail`);
  expect((await sharp(small.rawPayload).metadata()).width).toBe(480);
});

test('refuses what is no picture, and what is too large', async () => {
  const orderId = await received();
  const text = await upload(orderId, Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'));
  expect(text.json()).toMatchObject({ code: 'image_unreadable', field: 'file' });
  const large = await upload(orderId, Buffer.alloc(15 * 1_048_576 + 1));
  expect(large.json()).toMatchObject({ code: 'file_too_large' });
  expect((await advisor.query(`/orders/${orderId}`)).json().attachments).toEqual([]);
});

test('a customer’s link opens the photos of its own visit alone (R321)', async () => {
  const [mine, other] = [await received(), await received()];
  const { id } = (await upload(mine, await photo())).json<{ id: string }>();
  const linkTo = (orderId: string) =>
    inStore(server.deps.database, storeId, (tx) =>
      createCustomerLink({ tx, actor: { kind: 'system', storeId }, now: new Date().toISOString(), newId }, orderId),
    );
  const at = `/orders/${mine}/attachments/${id}/file`;
  expect((await server.client({ 'visit-token': await linkTo(mine) }).query(at)).statusCode).toBe(200);
  expect((await server.client({ 'visit-token': await linkTo(other) }).query(at)).statusCode).toBe(404);
  const stranger = await server.addPerson(await server.addStore('另一家店'), ['advisor']);
  expect((await stranger.query(at)).statusCode).toBe(404);
  expect((await server.client({}).query(at)).statusCode).toBe(401);
});

test('a guard attaches nothing', async () => {
  const guard = await server.addPerson(storeId, ['guard']);
  expect((await upload(await received(), await photo(), guard)).json()).toMatchObject({ code: 'forbidden' });
});
