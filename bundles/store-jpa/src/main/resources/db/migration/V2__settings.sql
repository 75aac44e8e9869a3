-- Licensed under the Apache License, Version 2.0; see LICENSE.
-- few named values that belong to the whole installation
create table setting (
    name varchar(64) primary key,
    body varchar not null
);
