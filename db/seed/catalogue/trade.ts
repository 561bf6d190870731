export type Trade = 'mechanical_electrical' | 'body' | 'paint' | 'detailing';

/** What the law's guarantee period goes by: maintenance, minor, special or assembly repair. */
export type RepairCategory = 'maintenance' | 'minor' | 'special' | 'assembly';
