# What the terminal program says.

failure = Error: { $message }
failure-hint = { $hint }

prompt-passphrase = Passphrase:
prompt-new-passphrase = New passphrase:
prompt-again = The same again:
prompt-recovery-words = Recovery words:
prompt-bundle-passphrase = Passphrase of the bundle:
prompt-new-bundle-passphrase = Passphrase for the bundle:
prompt-review-passphrase = Passphrase of the review package:
prompt-new-review-passphrase = Passphrase for the review package:

# What was wrong before the core was asked. The rest stands in errors.ftl.
error-unknown-command = There is no command “{ $argument }”.
    .hint = fieldnotes --help lists the commands.
error-missing-command = A command is missing.
    .hint = Add --help to see which there are.
error-unknown-option = “{ $argument }” is not known here.
    .hint = Add --help after the command to see what it takes.
error-missing-argument = Something is missing: { $argument }
    .hint = Add --help after the command to see what it takes.
error-invalid-argument = { $argument } cannot be “{ $value }”.
    .hint = Add --help after the command to see what it takes.
error-conflicting-arguments = { $argument } cannot stand beside { $other }.
    .hint = Leave one of them out.
error-usage = The command line cannot be understood.
    .hint = Add --help after the command to see what it takes.
error-no-vault-named = No vault was named.
    .hint = Name its folder with --vault, or set FIELDNOTES_VAULT.
error-no-passphrase = A passphrase is needed, and there is no terminal to ask for it.
    .hint = Name a file that holds it: see the options that end in passphrase-file or recovery-file in --help.
error-passphrases-differ = The two passphrases are not the same.
    .hint = Try again; nothing was changed.
error-stdin-twice = Standard input can be read for one thing only.
    .hint = Use - once, and files for the rest.
error-not-utf8 = { $file } is not UTF-8 text.
    .hint = Save it as UTF-8.
error-file-too-large = { $file } is too large for what it should be.
    .hint = Check that it is the right file.
error-is-a-folder = { $file } is a folder.
    .hint = Name a file.
error-file-exists = { $file } exists already.
    .hint = Choose another name; nothing is written over.
error-file-not-found = { $file } was not found.
    .hint = Check the name.
error-file-forbidden = The system does not allow access to { $file }.
    .hint = Check who owns it and who may read or write it.
error-no-space = There is no space left for { $file }.
    .hint = Free some space and try again.
error-file-failed = { $file } could not be read or written.
    .hint = Check the disk or the stick, and try again.
error-demo-failed = The demonstration did not come out as it must, at the step “{ $step }”.
    .hint = This is an error in the program; please report it.
