-- Not of the product: nobody uses it any more, and it is taken away.

drop trigger channel_of_new_entries on entry;

drop function note_channel;

drop index entry_channel;

alter table entry drop column channel;

drop table channel;
