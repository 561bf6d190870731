import { complaintContracts } from '#domain/followup/complaint.contract.ts';
import type { Journey } from '#e2e/journey/journey.ts';

/** Assigned, answered, looked into, resolved with its cause, confirmed by the customer, closed with the preventive measure (R280–R283). */
export async function seeToItsEnd(journey: Journey): Promise<void> {
  const { crew, known } = journey;
  const manager = crew.service_manager.api;
  const complaintId = known.get('complaintId');
  const { version } = await manager.send(complaintContracts.detail, { complaintId });
  const assigned = await manager.send(complaintContracts.assign, {
    complaintId,
    version,
    assigneeId: crew.supervisor.staffId,
  });
  const answered = await manager.send(complaintContracts.respond, { complaintId, version: assigned.version });
  const resolved = await resolve(journey, answered.version);
  await close(journey, resolved);
}

async function resolve({ crew, known, forbid }: Journey, version: number): Promise<number> {
  const { api } = crew.supervisor;
  const complaintId = known.get('complaintId');
  const looked = await api.send(complaintContracts.investigate, { complaintId, version });
  const resolution = {
    complaintId,
    version: looked.version,
    cause: '制动片磨合期未向客户说明',
    resolution: '免费复查并磨合，赠送一次检测',
    preventiveMeasure: null,
  };
  await forbid('未写原因先解决 resolve a complaint without its cause', 'cause_missing', () =>
    api.attempt(complaintContracts.resolve, { ...resolution, cause: null }),
  );
  return (await api.send(complaintContracts.resolve, resolution)).version;
}

async function close({ crew, known, forbid }: Journey, version: number): Promise<void> {
  const { api } = crew.service_manager;
  const complaintId = known.get('complaintId');
  const verified = await crew.follow_up_agent.api.send(complaintContracts.verify, {
    complaintId,
    version,
    customerAnswer: '可以，谢谢',
    satisfied: true,
  });
  const closing = { complaintId, version: verified.version };
  await forbid('未写预防措施先关闭 close a complaint without the preventive measure', 'prevention_missing', () =>
    api.attempt(complaintContracts.close, { ...closing, preventiveMeasure: null }),
  );
  await api.send(complaintContracts.close, { ...closing, preventiveMeasure: '交车时增加制动磨合说明项' });
}
