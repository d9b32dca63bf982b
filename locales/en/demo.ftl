# The demonstration: what each step does, and what it proved.

demo-begin =
    Field Notes demonstrates its whole workflow on two temporary vaults, with real texts. Each step shows what it proved.
demo-step =
    { $number }. { $done }
    {"   "}→ { $proved }
demo-end =
    {""}
    All checks passed. The two vaults were deleted.
demo-vaults = Created two vaults, for Anna and for 민지, with randomly generated passphrases.
    .proved = Each guess of a passphrase costs { $memory } MiB of memory and { $passes } passes over it.
demo-note = Anna wrote a first field note: ENoK, “NK 101”.
    .proved = All { $characters } characters came back unchanged.
demo-testimony = She recorded a testimony in two columns, Korean and English: the Universal Declaration of Human Rights.
    .proved = { $paragraphs } paragraphs are side by side.
demo-people = She added a person, 김영희, and a place, 투먼.
    .proved = Every save is a signed revision; none is ever changed.
demo-attachment = She attached a file of { $size }.
    .proved = The saved copy has the same SHA-256: { $sha256 }…
demo-search = She searched: 고문, “생명과 신체의 자유”, TORTURE, 김영희.
    .proved = Two syllables are enough, phrases stay together, case does not matter.
demo-colleagues = Anna and 민지 exchanged identities and verified their fingerprints by telephone.
    .proved = A wrong fingerprint was refused. The right one: { $fingerprint }
demo-bundle = Anna sent everything to 민지 in one encrypted file of { $size }.
    .proved = Both vaults hold the same revisions (digest { $digest }…), and 민지 sees that Anna wrote them.
demo-again = 민지 received the same file once more.
    .proved = Nothing changed, and the program reported that.
demo-conflict = Both changed the same note independently, and exchanged bundles.
    .proved = Both sides are kept. An edit that ignored the conflict was refused.
demo-settled = 민지 resolved the conflict and sent the result back.
    .proved = There is one current state, all four revisions stay in the history, and the vaults are equal (digest { $digest }…).
demo-consent = A narrator refused to let a testimony be passed on. Anna tried to send it anyway.
    .proved = The program refused, wrote no file, and left it out of the next bundle.
demo-review = Anna created a review package for a lawyer, who opened it without a vault.
    .proved = The same text, signed by Anna, citable as revision { $revision }.
demo-locked = Both vaults were locked. Somebody tried a wrong passphrase; then Anna opened hers again.
    .proved = The wrong one opened nothing. All { $records } records were there.
demo-damage = One bit of the database was flipped (byte { $at } of { $size }).
    .proved = The check found and reported it; after the bit was restored, nothing was damaged.
demo-scan = Every file was searched for { $sentences } sentences and names, in UTF-8, decomposed and UTF-16.
    .proved = None of them is readable in { $files } files ({ $size }). A name planted as a control was found.
