# Records set out for reading: in review packages, conflicts and histories.

reading-untitled = No title ({ $id }…)
reading-record = Record { $id }…
reading-yes = Yes
reading-no = No
reading-grade-normal = Normal
reading-grade-restricted = Restricted
reading-grade-vault = This vault only
reading-paragraph = Paragraph { $number }
