/** Every address of the interface. `$name` is a parameter; pages, links and journeys all go through this table. */
export const patterns = {
  start: '/',
  sign_in: '/sign-in',
  first_run: '/first-run',
  own_password: '/password',

  outreach: '/outreach',
  appointments: '/appointments',
  appointment: '/appointments/$appointmentId',
  book_appointment: '/appointments/book',
  advisor_home: '/advisor',
  receive_car: '/reception/receive',
  readiness: '/reception/readiness',
  orders: '/orders',
  order: '/orders/$orderId',
  customers: '/customers',
  customer: '/customers/$customerId',
  vehicle: '/vehicles/$vehicleId',

  dispatch: '/dispatch',
  workshop_wall: '/dispatch/wall',
  my_work: '/my-work',
  work_line: '/my-work/$orderId/$lineId',
  leader_checks: '/checks',
  final_inspections: '/inspections',
  inspection: '/inspections/$orderId',
  wash: '/wash',

  parts_requests: '/parts/requests',
  parts_order: '/parts/requests/$orderId',
  stock: '/parts/stock',
  part: '/parts/stock/$partId',
  stock_receipts: '/parts/receipts',

  settlements: '/settlements',
  settlement: '/settlements/$orderId',
  gate: '/gate',
  lounge: '/lounge',
  lounge_wall: '/lounge/wall',

  follow_ups: '/follow-ups',
  complaints: '/complaints',
  warranty: '/warranty',

  manager: '/manager',
  insights: '/insights',
  norms: '/norms',
  people: '/admin/people',
  catalogue: '/admin/catalogue',
  settings: '/admin/settings',
  imports: '/admin/imports',
  messages: '/admin/messages',
  anchors: '/admin/anchors',

  visit: '/v/$token',
  book: '/book/$storeId',
  prices: '/prices/$storeId',
  gallery: '/gallery',
} as const;

export type PathName = keyof typeof patterns;

type ParamNames<Pattern extends string> = Pattern extends `${string}$${infer Name}/${infer Rest}`
  ? Name | ParamNames<Rest>
  : Pattern extends `${string}$${infer Name}`
    ? Name
    : never;

/** The parameters of a named path, as text. */
export type PathParams<Name extends PathName> = Readonly<Record<ParamNames<(typeof patterns)[Name]>, string>>;
type Query = Readonly<Record<string, string | undefined>>;
type Rest<Name extends PathName> = keyof PathParams<Name> extends never
  ? [params?: Record<never, never>, query?: Query]
  : [params: PathParams<Name>, query?: Query];

/** The address of a page: `pathTo('order', { orderId })`, `pathTo('orders', {}, { state: 'open' })`. */
export function pathTo<Name extends PathName>(name: Name, ...[params, query]: Rest<Name>): string {
  const values = (params ?? {}) as Readonly<Record<string, string>>;
  const path = patterns[name].replaceAll(/\$(\w+)/g, (_, key: string) => encodeURIComponent(values[key] ?? ''));
  const entries = Object.entries(query ?? {}).filter((entry): entry is [string, string] => Boolean(entry[1]));
  const text = new URLSearchParams(entries).toString();
  return text ? `${path}?${text}` : path;
}
