/** The diagnosis that the car comes for. */
export const diagnosisJob = '制动异响检查诊断';

/** What it finds. */
export const diagnosisFinding = '前制动片剩余 2 毫米';

/** What is found while the oil is changed. */
export const addOnFinding = '发现空调滤芯发霉';

/** Jobs of the catalogue that this car is offered. */
export const jobs = {
  service: '更换机油及机油滤清器',
  brakes: '更换前制动片',
  wiper: '更换雨刮片',
  tyre: '更换轮胎(单条)',
  cleaning: '空调系统清洗消毒',
} as const;

/** Parts of the catalogue, by what is typed to find them and what they are called on the order. */
export const parts = {
  filter: { code: 'HD-1001E', name: '本田 机油滤清器(同质)' },
  pads: { code: 'HD-2001E', name: '本田 前制动片(同质)' },
} as const;
