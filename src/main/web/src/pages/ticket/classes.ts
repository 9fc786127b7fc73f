import type { TicketClass, TicketType } from '../../api/types';

/** The types that a class has, in the order of the desk's buttons (ASK-CLASS, CMP-CLASS, AFT). */
export const TYPES: Readonly<Record<TicketClass, readonly TicketType[]>> = {
  common: [],
  special: [],
  urgent: [],
  complaint: ['product-quality', 'after-sales-service', 'logistics'],
  'after-sales': ['return', 'exchange', 'repair', 'maintenance'],
};

export const CLASSES = Object.keys(TYPES) as TicketClass[];
