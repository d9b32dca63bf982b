# The demonstration: what each step does, and what it proved.

demo-begin =
    Field Notes shows its whole job on two throw-away vaults, with real texts. Each step says what it proved.
demo-told =
    { $number }. { $done }
    {"   "}→ { $proved }
demo-end =
    {""}
    All of it held. The two vaults are gone.
demo-vaults = Two vaults were made, Anna's and 민지's, with passphrases made by chance.
    .proved = Each guess of a passphrase costs { $memory } MiB of memory and { $passes } passes over it.
demo-note = Anna wrote a first field note: ENoK, “NK 101”.
    .proved = All { $characters } characters came back as they were written.
demo-testimony = She recorded a testimony in two columns, Korean and English: the Universal Declaration of Human Rights.
    .proved = { $paragraphs } paragraphs stand side by side.
demo-people = She added a person, 김영희, and a place, 투먼.
    .proved = Every save is a signed revision; none is ever changed.
demo-attachment = She attached a file of { $size }.
    .proved = It came out with the same SHA-256: { $sha256 }…
demo-search = She searched: 고문, “생명과 신체의 자유”, TORTURE, 김영희.
    .proved = Two syllables are enough, phrases keep together, capitals do not matter.
demo-colleagues = Anna and 민지 exchanged identities and compared fingerprints by voice.
    .proved = A wrong fingerprint was refused. The right one: { $fingerprint }
demo-bundle = Anna sent everything to 민지 in one encrypted file of { $size }.
    .proved = Both vaults hold the same revisions (digest { $digest }…), and 민지 sees that Anna wrote them.
demo-again = 민지 took the same file in once more.
    .proved = Nothing changed, and the program said so.
demo-conflict = Both changed the same note without knowing of each other, and exchanged bundles.
    .proved = Both sides are kept. A blind edit was refused.
demo-settled = 민지 settled it and sent the result back.
    .proved = One state holds, all four revisions stay in the history, the vaults are equal (digest { $digest }…).
demo-consent = A narrator refused that a testimony be passed on. Anna tried to send it all the same.
    .proved = The program refused, wrote no file, and left it out of the next bundle.
demo-review = Anna wrote a review package for a lawyer, who opened it without a vault.
    .proved = The same words, signed by Anna, citable as revision { $revision }.
demo-locked = Both vaults were locked. Somebody tried a wrong passphrase; then Anna opened hers again.
    .proved = The wrong one opened nothing. All { $records } records were there.
demo-damage = One bit of the database was flipped (byte { $at } of { $size }).
    .proved = The check found it and named it; put back, nothing was damaged.
demo-scan = Every file was searched for { $sentences } sentences and names, in UTF-8, decomposed and UTF-16.
    .proved = None stands in clear in { $files } files ({ $size }). A name laid out as bait was found.
