/**
 * What the oldest browser that is supported lacks (docs/decisions/0010): Chrome 109, the last one for the Windows 7 of many a
 * front desk, and the phones of customers. Imported before anything else.
 */
import 'core-js/actual/array/find-last.js';
import 'core-js/actual/array/to-reversed.js';
import 'core-js/actual/array/to-sorted.js';
import 'core-js/actual/map/group-by.js';
