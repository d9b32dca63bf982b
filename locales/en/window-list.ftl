# The list of records, and searching in it.

list-open = List
list-search = Search
list-search-clear = Clear the search
list-kinds = Kinds of records
list-kind-all = All
list-kind-testimony = Testimonies
list-kind-person = People
list-kind-place = Places
list-kind-note = Notes
list-records = Records
list-results = What was found
list-drafts = Being written
list-saved = Saved
list-untitled = Without a title
list-unreadable = Cannot be read here
list-conflict = Conflict
list-empty = Nothing here yet.
    .hint = What you write and save is listed here, last saved first.
list-found = { $count ->
        [one] { $count } record found
       *[other] { $count } records found
    }
list-found-shown = · the first { $count } are shown
list-nothing-found = Nothing was found.
    .hint = Try fewer or shorter words, another spelling, or all kinds. Words in “quotes” are found in that order. The trash is not searched.
