-- The record of a repair that the customer keeps is a paper too (R246).

alter type paper_kind add value 'repair_report';
