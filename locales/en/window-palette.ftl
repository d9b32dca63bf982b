# The command palette.

palette-title = Command palette
palette-placeholder = Command or record
palette-actions = Commands
palette-records = Records
palette-nothing = No match. Commands are found by their English and Korean names, records by any word in them.
