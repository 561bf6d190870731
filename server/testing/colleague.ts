import type { StaffRole } from '#domain/kernel/role.ts';
import type { Shop } from '#server/testing/build-shop.ts';
import type { TestPerson, TestServer } from '#server/testing/test-server.ts';

/** One more person of the shop's team, holding several roles. */
export async function colleague(server: TestServer, shop: Shop, roles: readonly StaffRole[]): Promise<TestPerson> {
  const person = await server.addPerson(shop.storeId, roles, '多面手');
  await server.owner.db
    .updateTable('staff')
    .set({ team_id: shop.teamId, trades: ['mechanical_electrical'] })
    .where('staff_id', '=', person.staffId)
    .execute();
  return person;
}
