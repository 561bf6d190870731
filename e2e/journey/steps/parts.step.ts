import { partsContracts } from '#domain/parts/parts.contract.ts';
import { type Fact, type Journey, type Step } from '#e2e/journey/journey.ts';
import { signedBy, unsignedBy } from '#e2e/journey/signature.ts';

/** Parts are issued against the grant with the technician's signature; the old ones are kept for the customer. */
export const partsStep: Step = {
  step: 'parts',
  async take(journey) {
    const { crew, known, forbid } = journey;
    const { api } = crew.parts_clerk;
    await forbid('未经同意的配件出库 issue what was not granted', 'no_grant', () =>
      api.attempt(partsContracts.issuePart, issue(journey, 'wiperLine')),
    );
    await forbid('超过同意数量出库 issue beyond the grant', 'above_grant', () =>
      api.attempt(partsContracts.issuePart, { ...issue(journey, 'filterLine'), qtyMilli: 3_000 }),
    );
    await forbid('领料不签字 issue without the technician’s signature', 'signature_empty', () =>
      api.attempt(partsContracts.issuePart, {
        ...issue(journey, 'filterLine'),
        signature: unsignedBy(crew.technician.name),
      }),
    );
    await api.send(partsContracts.issuePart, issue(journey, 'filterLine'));
    await api.send(partsContracts.recordOldPart, {
      orderId: known.get('orderId'),
      lineId: known.get('filterLine'),
      description: '旧机滤',
      qtyMilli: 1_000,
      disposition: 'take_away',
      bagLabel: 'A-1',
    });
    return '配件：按委托出库，技师签领，旧件装袋留给客户';
  },
};

/** One unit of a part line, drawn by the technician of the journey. */
export const issue = ({ crew, known }: Journey, line: Fact) => ({
  orderId: known.get('orderId'),
  lineId: known.get(line),
  qtyMilli: 1_000,
  technicianId: crew.technician.staffId,
  signature: signedBy(crew.technician.name),
});
