package plans

# With a known key the head's keys are compared, so they are indexed.
port.http := 80

port.https := 443

port[name] := 22 if name := "ssh"
