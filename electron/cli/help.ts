export const help = `slipway: the procedures of Slipway from a shell

  slipway call PROCEDURE [JSON | @FILE | -] --workspace FILE
      runs a procedure; the input is JSON, a file with JSON, or "-" for standard input;
      without it {}. Prints the value as JSON.
  slipway verify --workspace FILE
      checks the file and its journal; exit status 1 when something is wrong
  slipway gate RELEASE [--gate GATE] --workspace FILE
      prints the gates as JSON; exit status 0 when all of them (or GATE) are passed or not
      applicable, 1 when not
  slipway report RELEASE [--out FILE] [--at INSTANT] --workspace FILE
      writes the release as one HTML file ("-" for standard output)
  slipway procedures
      prints every procedure with the JSON schemas of input and output
  slipway serve [options]
      serves the application to a browser on this machine; slipway serve --help

  RELEASE is an id, a number (12 or R-12) or a name; GATE an id, a key or a name.

  --workspace FILE         the workspace
  --create                 makes FILE when it does not exist
  --demo                   makes FILE as the demo workspace when it does not exist
  --as PERSON              who acts: id, name or e-mail address (self-asserted)
  --secret-stdin           reads a token from standard input into the input's "token"
                           (for device.unlockSecrets: its "passphrase")
  --passphrase-file FILE   opens the encrypted file of tokens with the first line of FILE
  --help                   this text

Exit status: 0 done; 1 refused, with the error as JSON on standard error; 2 wrong usage.
While an application holds the workspace, commands are handed to it and queries read the file.
`;
