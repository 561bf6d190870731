-- The slip that the technician signs at the parts counter is a paper too (F6).

alter type paper_kind add value 'issue_slip';
