export const help = `slipway: the procedures of Slipway from a shell

  slipway call PROCEDURE [JSON | @FILE | -] --workspace FILE
      runs a procedure; the input is JSON, a file with JSON, or "-" for standard input;
      without it {}. Prints the value as JSON.
  slipway verify --workspace FILE
      checks the file and its journal; exit status 1 when something is wrong
  slipway gate --release RELEASE [--gate GATE] [--json] --workspace FILE
      answers a pipeline: exit status 0 when GATE (or every gate) is passed, held by an exception
      or not applicable; 1 with the reason in one line on standard error when not, or when RELEASE
      or GATE is not found or fits several; 3 when the file cannot be read. It only reads, also
      while the application has the file open; --json prints the gates with what they need.
  slipway report RELEASE [--out FILE] [--at INSTANT] --workspace FILE
      writes the release as one HTML file ("-" for standard output)
  slipway procedures
      prints every procedure with the JSON schemas of input and output
  slipway serve [options]
      serves the application to a browser on this machine; slipway serve --help

  RELEASE is an id, a number (12 or R-12), an external change number or a name; GATE an id, a key
  or a name. In a pipeline, as the step before the deployment:

    GitHub Actions   - run: npx slipway gate --release "$CHANGE" --gate security-sign-off --workspace plan.slipway
    GitLab CI        script: [npx slipway gate --release "$CHANGE" --gate security-sign-off --workspace plan.slipway]
    Azure Pipelines  - script: npx slipway gate --release "$(CHANGE)" --gate security-sign-off --workspace plan.slipway
    Jenkins          sh 'npx slipway gate --release "$CHANGE" --gate security-sign-off --workspace plan.slipway'

  --workspace FILE         the workspace
  --create                 makes FILE when it does not exist
  --demo                   makes FILE as the demo workspace when it does not exist
  --as PERSON              who acts: id, name or e-mail address (self-asserted)
  --secret-stdin           reads a token from standard input into the input's "token"
                           (for device.unlockSecrets: its "passphrase")
  --passphrase-file FILE   opens the encrypted file of tokens with the first line of FILE
  --help                   this text

Exit status: 0 done; 1 refused, with the error as JSON on standard error; 2 wrong usage; 3 of
"gate", see there.
While an application holds the workspace, commands are handed to it and queries read the file.
`;
