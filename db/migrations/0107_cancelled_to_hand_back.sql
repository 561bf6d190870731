-- A cancelled car is on its advisor's list until it has left.
create index repair_order_to_hand_back on repair_order (store_id, advisor_id) where state = 'cancelled' and step = 'delivery';
