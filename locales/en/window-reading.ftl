# Records set out for reading: in review packages, conflicts and histories.

reading-untitled = No title ({ $id }…)
reading-record = Record { $id }…
reading-yes = Yes
reading-no = No
reading-grade-normal = Normal
reading-grade-restricted = Only when chosen
reading-grade-vault = Stays in this vault
reading-paragraph = Paragraph { $number }
