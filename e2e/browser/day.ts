import { carOf, type Car } from '#e2e/journey/car.ts';
import type { House } from '#e2e/browser/house.ts';
import { keepOpen, type Screen } from '#e2e/browser/screen.ts';

/** What becomes known of the car on its way: addresses and codes that a person would copy or scan. */
export type Fact = 'order' | 'customerPage' | 'passCode';

/** One car's way through the dealership, on the screens of those who have to do with it. */
export type Day = {
  readonly car: Car;
  readonly as: House['as'];
  /** The customer's own phone, without any sign-in. */
  readonly customer: () => Promise<Screen>;
  readonly known: { set: (fact: Fact, value: string) => void; get: (fact: Fact) => string };
};

/** One thing done on screens, and what it shows. */
export type Step = (day: Day) => Promise<void>;

export function dayOf(house: Pick<House, 'as' | 'screen'>, carNumber: number): Day {
  const facts = new Map<Fact, string>();
  let phone: Promise<Screen> | null = null;
  return {
    car: carOf(carNumber),
    as: house.as,
    customer: () => (phone ??= house.screen('customer')),
    known: {
      set: (fact, value) => void facts.set(fact, value),
      get: (fact) => {
        const value = facts.get(fact);
        if (value === undefined) throw new Error(`${fact} is not known yet`);
        return value;
      },
    },
  };
}

/** The service manager looks at the car's page all day and does nothing there. */
export async function onlooker(day: Day): Promise<Screen> {
  const manager = await day.as('manager1');
  await keepOpen(manager, day.known.get('order'));
  return manager;
}
