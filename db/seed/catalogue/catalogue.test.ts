import { describe, expect, test } from 'vitest';
import { daysBetween, preferredTimeSchema, shopDaySchema } from '#domain/kernel/calendar.ts';
import { odometerKmSchema } from '#domain/kernel/mileage.ts';
import { basisPointsSchema, fenSchema } from '#domain/kernel/money.ts';
import { isMobile, phoneSchema } from '#domain/kernel/phone.ts';
import { plateDrive, plateProblem } from '#domain/kernel/plate.ts';
import { hoursCentiSchema, stockMilliSchema } from '#domain/kernel/quantity.ts';
import { staffRoleNames } from '#domain/kernel/role.ts';
import { lineOf, shortText } from '#domain/kernel/text.ts';
import { modelYear, vinCheckDigitOk, vinProblem } from '#domain/kernel/vin.ts';
import { labourOperations } from '#db/seed/catalogue/labour-operations.ts';
import { batteryDrives, carModels } from '#db/seed/catalogue/models.ts';
import { generateParts } from '#db/seed/catalogue/parts.ts';
import { creditCheckCharacter, generateCustomers } from '#db/seed/catalogue/people.ts';
import { bays, generateStaff, stores, teams } from '#db/seed/catalogue/staff.ts';
import { catalogueDay, generateVehicles } from '#db/seed/catalogue/vehicles.ts';

const distinct = (values: readonly string[]): number => new Set(values).size;
const customers = generateCustomers();
const vehicles = generateVehicles();
const parts = generateParts();
const staff = generateStaff();

test('the catalogue is the same every time', () => {
  expect(generateCustomers()).toEqual(customers);
  expect(generateVehicles()).toEqual(vehicles);
  expect(generateParts()).toEqual(parts);
  expect(generateStaff()).toEqual(staff);
});

describe('labour operations', () => {
  test('are 120, each with its own code and names', () => {
    expect(labourOperations).toHaveLength(120);
    expect(distinct(labourOperations.map(({ code }) => code))).toBe(120);
    expect(distinct(labourOperations.map(({ nameZh }) => nameZh))).toBe(120);
    expect(distinct(labourOperations.map(({ nameEn }) => nameEn))).toBe(120);
  });
  test('cover every trade and repair category, new energy among them', () => {
    expect(distinct(labourOperations.map(({ trade }) => trade))).toBe(4);
    expect(distinct(labourOperations.map(({ repairCategory }) => repairCategory))).toBe(4);
    expect(labourOperations.filter(({ category }) => category === 'new_energy').length).toBeGreaterThan(10);
  });
  test('have hours that the kernel takes', () => {
    for (const { hoursCenti, nameZh } of labourOperations)
      expect([shortText.parse(nameZh), hoursCentiSchema.parse(hoursCenti)]).toEqual([nameZh, hoursCenti]);
  });
});

describe('parts', () => {
  test('are 300, each with its own code and place', () => {
    expect(parts).toHaveLength(300);
    expect(distinct(parts.map(({ code }) => code))).toBe(300);
    expect(distinct(parts.map(({ nameZh }) => nameZh))).toBe(300);
    expect(distinct(parts.map(({ bin }) => bin))).toBe(300);
    for (const { bin } of parts) expect(bin).toMatch(/^[A-K]-\d{2}-[1-5]$/);
  });
  test('cost less than they sell for, in amounts that the kernel takes', () => {
    for (const part of parts) {
      expect(fenSchema.parse(part.averageCostFen)).toBeLessThan(fenSchema.parse(part.unitPriceFen));
      expect(basisPointsSchema.parse(part.taxRateBp)).toBe(1300);
      expect(stockMilliSchema.parse(part.onHandMilli) + stockMilliSchema.parse(part.minimumMilli)).toBeGreaterThan(0);
    }
  });
  test('show every origin, a shortage and stock below the minimum', () => {
    expect(distinct(parts.map(({ origin }) => origin))).toBe(3);
    expect(parts.some(({ onHandMilli }) => onHandMilli === 0)).toBe(true);
    expect(parts.some(({ onHandMilli, minimumMilli }) => onHandMilli > 0 && onHandMilli < minimumMilli)).toBe(true);
    expect(parts.some(({ onHandMilli }) => onHandMilli % 1000 > 0)).toBe(true);
  });
  test('of another origin are cheaper than the OEM part', () => {
    const oem = new Map(parts.map(({ code, unitPriceFen }) => [code, unitPriceFen]));
    const others = parts.filter(({ origin }) => origin !== 'oem');
    for (const { code, unitPriceFen } of others) expect(unitPriceFen).toBeLessThan(oem.get(code.slice(0, -1)) ?? 0);
  });
});

describe('customers', () => {
  test('are 200 with their own names and phones, 20 of them companies', () => {
    expect(customers).toHaveLength(200);
    expect(distinct(customers.map(({ name }) => name))).toBe(200);
    expect(distinct(customers.map(({ phone }) => phone))).toBe(200);
    expect(customers.filter(({ kind }) => kind === 'company')).toHaveLength(20);
  });
  test('have phones, names and addresses that the kernel takes', () => {
    for (const { phone, name, address, preferredTime } of customers) {
      expect([phoneSchema.parse(phone), isMobile(phone)]).toEqual([phone, true]);
      expect([shortText.parse(name), lineOf(200).parse(address)]).toEqual([name, address]);
      expect(preferredTimeSchema.nullable().parse(preferredTime)).toEqual(preferredTime);
    }
  });
  test('that are companies have a tax id with its right check character and someone to talk to', () => {
    for (const { kind, taxId, contactName } of customers) {
      expect([taxId !== null, contactName !== null]).toEqual([kind === 'company', kind === 'company']);
      expect(taxId === null || creditCheckCharacter(taxId.slice(0, 17)) === taxId.slice(17)).toBe(true);
    }
  });
  test('are checked by the rule of the published example code', () => {
    expect(creditCheckCharacter('91350100M000100Y4')).toBe('3');
  });
});

describe('vehicles', () => {
  const models = new Map(carModels.map((model) => [model.code, model]));
  const customerCodes = new Set(customers.map(({ code }) => code));
  const plated = vehicles.flatMap(({ plate }) => (plate ? [plate] : []));

  test('are 200 of known models and owners, two without a plate yet', () => {
    expect(vehicles).toHaveLength(200);
    expect(plated).toHaveLength(198);
    expect(distinct(vehicles.map(({ code }) => code))).toBe(200);
    expect(
      vehicles.every(({ modelCode, customerCode }) => models.has(modelCode) && customerCodes.has(customerCode)),
    ).toBe(true);
    expect(distinct(vehicles.map(({ modelCode }) => modelCode))).toBe(carModels.length);
  });
  test('have valid plates, none twice', () => {
    expect(distinct(plated)).toBe(198);
    expect(plated.filter((plate) => plateProblem(plate) !== null)).toEqual([]);
  });
  test('carry a new-energy plate exactly when they are charged from outside', () => {
    for (const { plate, modelCode } of vehicles) {
      const drive = models.get(modelCode)?.powerType ?? 'gasoline';
      expect(plate === null || (plateDrive(plate) !== null) === batteryDrives.includes(drive)).toBe(true);
    }
  });
  test('have valid VINs of their model year; two imports fail the check digit, with a reason', () => {
    expect(distinct(vehicles.map(({ vin }) => vin))).toBe(200);
    for (const { vin, vinOverrideReason, firstRegisteredOn } of vehicles) {
      expect(vinProblem(vin)).toBeNull();
      expect(vinCheckDigitOk(vin)).toBe(vinOverrideReason === null);
      expect(modelYear(vin, 2026)).toBe(Number(firstRegisteredOn.slice(0, 4)));
    }
    expect(vehicles.filter(({ vinOverrideReason }) => vinOverrideReason)).toHaveLength(2);
  });
  test('were registered before their odometer was read', () => {
    for (const { firstRegisteredOn, odometerKm, kmPerDay } of vehicles) {
      const days = daysBetween(shopDaySchema.parse(firstRegisteredOn), catalogueDay);
      expect(days).toBeGreaterThan(0);
      expect(odometerKmSchema.parse(odometerKm)).toBeGreaterThanOrEqual(days * kmPerDay);
    }
  });
});

describe('staff', () => {
  const inStore = (storeCode: string) => staff.filter((person) => person.storeCode === storeCode);
  const holding = (storeCode: string, role: string): number =>
    inStore(storeCode).filter(({ roles }) => roles.some((held) => held === role)).length;

  test('of both stores fill every role', () => {
    for (const store of stores) expect(staffRoleNames.filter((role) => holding(store.code, role) === 0)).toEqual([]);
  });
  test('of the demonstration store are as many as its work needs', () => {
    const counts = [
      'advisor',
      'receptionist',
      'supervisor',
      'team_leader',
      'technician',
      'inspector',
      'parts_clerk',
    ].map((role) => holding('S1', role));
    expect(counts).toEqual([4, 1, 1, 3, 10, 2, 2]);
  });
  test('have their own sign-in names, names and phones', () => {
    for (const values of [
      staff.map(({ username }) => username),
      staff.map(({ name }) => name),
      staff.map(({ phone }) => phone),
    ]) {
      expect(distinct(values)).toBe(staff.length);
    }
    expect(staff.map(({ username }) => username)).toEqual(
      expect.arrayContaining(['advisor1', 'cashier1', 'store2.advisor1']),
    );
  });
  test('belong to teams that exist, each with one leader', () => {
    for (const team of teams) {
      const members = inStore(team.storeCode).filter(({ teamCode }) => teamCode === team.code);
      expect(members.filter(({ roles }) => roles.includes('team_leader'))).toHaveLength(1);
      expect(members.some(({ roles }) => roles.includes('technician'))).toBe(true);
    }
    const known = new Set(teams.map(({ storeCode, code }) => `${storeCode}/${code}`));
    expect(staff.every(({ storeCode, teamCode }) => !teamCode || known.has(`${storeCode}/${teamCode}`))).toBe(true);
  });
  test('can do every operation of the list in either store', () => {
    const trades = new Set(labourOperations.map(({ trade }) => trade));
    for (const { code } of stores) {
      const known = new Set(inStore(code).flatMap((person) => person.trades));
      expect([...trades].filter((trade) => !known.has(trade))).toEqual([]);
    }
  });
});

test('the demonstration store has twelve bays of every kind', () => {
  const own = bays.filter(({ storeCode }) => storeCode === 'S1');
  expect(own).toHaveLength(12);
  expect(distinct(own.map(({ code }) => code))).toBe(12);
  expect(distinct(own.map(({ kind }) => kind))).toBe(5);
  expect(own.some(({ highVoltage }) => highVoltage)).toBe(true);
});

test('the stores have phones and tax ids that hold', () => {
  for (const { phone, taxId } of stores) {
    expect(phoneSchema.parse(phone)).toBe(phone);
    expect(creditCheckCharacter(taxId.slice(0, 17))).toBe(taxId.slice(17));
  }
});
