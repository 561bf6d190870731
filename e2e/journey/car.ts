import { expectedCheckDigit } from '#domain/kernel/vin.ts';

/** The car of one journey and who brings it: valid, invented, and another for each number. */
export type Car = {
  readonly number: number;
  readonly plate: string;
  readonly vin: string;
  readonly ownerName: string;
  readonly ownerPhone: string;
  readonly presenterName: string;
  readonly odometerKm: number;
};

/** No letters I and O on plates; numbers of journeys stay below 34⁴. */
const characters = '0123456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const mostJourneys = characters.length ** 4;

export function carOf(number: number): Car {
  if (!Number.isInteger(number) || number < 0 || number >= mostJourneys) throw new RangeError(`no car ${number}`);
  const serial = String(number).padStart(7, '0');
  return {
    number,
    plate: `沪A${inCharacters(number)}J`,
    vin: withCheckDigit(`LSVAJ41Z0R${serial}`),
    ownerName: '周示例',
    /** 1960 is assigned to nobody. */
    ownerPhone: `1960${serial}`,
    presenterName: '周示范',
    odometerKm: 29_600,
  };
}

function inCharacters(number: number): string {
  let rest = number;
  let text = '';
  for (let place = 0; place < 4; place += 1) {
    text = characters.charAt(rest % characters.length) + text;
    rest = Math.floor(rest / characters.length);
  }
  return text;
}

const withCheckDigit = (vin: string): string => `${vin.slice(0, 8)}${expectedCheckDigit(vin)}${vin.slice(9)}`;
