-- Every table says what it holds, as it is today.

comment on table staff is 'People of a store who act in it (R003); whoever signs in has a user beside it.';
comment on table team is 'Teams 班组 and the trades that they work in (R155).';
comment on table bay is 'Bays 工位 in the order of the board; an exclusive one holds one planned car at a time.';
comment on table sign_in_session is 'Signed-in devices of a person; the sign-in library writes it.';
comment on table sign_in_verification is 'Short-lived proofs of the sign-in library.';

comment on table vehicle is 'Vehicle on file: the VIN is its identity, the plate may change (R060, R291).';
comment on table vehicle_party is 'Who belongs to a vehicle: owner, presenter 送修人, fleet contact, each since when.';
comment on table labour_operation is
  'Published flat-rate hours 工时定额 (R322; 道路运输条例, art. 43). A null rate means the trade''s rate of the store.';
comment on table part is 'Published parts with price, origin, bin and the least that should lie there (R110, R300, R322).';
comment on table goods_receipt is 'An arrival of parts with supplier and voucher, so that every part is traceable (R301).';

comment on table walk_around_item is 'A damage found on the walk around the car, with its place on the body diagram (R072, R076).';
comment on table wait is 'Why the visit or one of its lines stands still, since when and until when it may.';
comment on table attachment is 'Photographs and signed papers of a visit; the file lies on the disk under its key.';
comment on table customer_link is 'Links to the customer''s page of one visit: the hash of the token, until when, and whether it was ended.';
comment on table authorization_version is
  'A version 委托版本 of what the customer is asked (R136): draft, presented, then decided, withdrawn or expired.';
comment on table authorization_choice is 'Accept, decline or defer, per presented line (R118). Never changed.';
comment on table assignment is 'Plans, never actual time: an exclusive bay holds one car, a technician slot one job.';
comment on table inspection is
  'Self-check, leader check, final inspection, wash check, internal check and vehicle check (R180–R223). Rework voids, never deletes.';
comment on table statement_content is 'A statement as it was presented, byte for byte, with its SHA-256. Never changed.';
comment on table payment_allocation is 'Which statement a payment is for, in fen; negative for a refund. Never changed.';
comment on table credit_note is 'What a statement asks less, with the reason: instead of an edit. Never changed.';

comment on table appointment_reminder is 'Reminder calls before an appointment and what came of them (R037).';
comment on table outreach_attempt is 'Tries to invite a customer and what came of them (R022, R262).';
comment on table follow_up_attempt is 'Tries to reach a customer for a follow-up and what came of them (R262).';
comment on table import_batch is 'A list brought from another system: its rows as they were read, previewed, then applied or discarded.';
comment on table paper_print is 'Every paper that was made, with the head of the chain that is printed on it.';
