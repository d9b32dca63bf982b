# The command palette.

palette-title = Do or find
palette-placeholder = Name an action or a record
palette-actions = Actions
palette-records = Records
palette-nothing = Nothing by that name. Actions are found by their English and Korean names, records by any word in them.
