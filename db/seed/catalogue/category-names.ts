/** What the demonstration store calls its categories; a store names them as it likes. */
const names: Readonly<Record<string, string>> = {
  engine_service: '发动机保养',
  general_service: '常规保养',
  engine: '发动机',
  transmission: '变速箱',
  brakes: '制动',
  chassis: '底盘',
  electrical: '电气',
  air_conditioning: '空调',
  new_energy: '新能源',
  body: '车身',
  paint: '喷漆',
  detailing: '美容',
  fluids: '油液',
  small_parts: '小件',
  tyres_and_batteries: '轮胎与蓄电池',
};

export const categoryName = (category: string): string => names[category] ?? category;
