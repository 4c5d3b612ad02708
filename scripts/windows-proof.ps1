<#
.SYNOPSIS
Checks on a Windows computer what the tests under Wine cannot prove (docs/WINE.md).

.DESCRIPTION
Each check prints "proved", "differs" or "could not" with its reason. With -JUnit the results are also
written as a JUnit file: "differs" is a failure, "could not" is skipped. The exit status is the number
of checks that differ.

Run it as a normal user. With -Credential (another local account without administrator rights) the
checks of access lists run too.

.EXAMPLE
powershell -ExecutionPolicy Bypass -File windows-proof.ps1 -Cli .\pipescope-cli.exe
.EXAMPLE
powershell -ExecutionPolicy Bypass -File windows-proof.ps1 -Cli .\pipescope-cli.exe -Credential (Get-Credential) -JUnit proof.xml
#>
param(
    [Parameter(Mandatory = $true)][string] $Cli,
    [System.Management.Automation.PSCredential] $Credential,
    [string] $JUnit
)

Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'
$Cli = (Resolve-Path $Cli).Path
$script:Results = @()
$script:Started = @()
$script:Count = 0
$patienceMs = 10000

# --- reporting -------------------------------------------------------------------------------------

# No check throws this kind for another reason.
function Skip([string] $reason) { throw [System.OperationCanceledException]::new($reason) }

function Assert([bool] $isSo, [string] $whatWasSeen) {
    if (-not $isSo) { throw $whatWasSeen }
}

function Check([string] $name, [scriptblock] $body) {
    $result = 'proved'
    $reason = ''
    $clock = [System.Diagnostics.Stopwatch]::StartNew()
    try {
        & $body
    } catch {
        $cause = $_.Exception
        $reason = $cause.Message
        $result = 'differs'
        if ($cause -is [System.OperationCanceledException]) { $result = 'could not' }
    } finally {
        foreach ($process in $script:Started) {
            if (-not $process.HasExited) { $process.Kill(); $process.WaitForExit() }
        }
        $script:Started = @()
    }
    $script:Results += [pscustomobject]@{
        Name = $name; Result = $result; Reason = $reason; Seconds = $clock.Elapsed.TotalSeconds
    }
    $line = '{0,-10} {1}' -f $result, $name
    if ($reason) { $line += ": $reason" }
    Write-Output $line
}

# --- programs and pipes ----------------------------------------------------------------------------

function NewName {
    $script:Count += 1
    return "pipescope-proof-$PID-$($script:Count)"
}

# Starts the program with its output in a file, and ends it with the check.
function StartCli([string[]] $arguments) {
    $file = [System.IO.Path]::GetTempFileName()
    $process = Start-Process -FilePath $Cli -ArgumentList $arguments -PassThru -NoNewWindow `
        -RedirectStandardOutput $file -RedirectStandardError "$file.err"
    $script:Started += $process
    return [pscustomobject]@{ Process = $process; File = $file }
}

function TextOf($started) {
    $text = ''
    foreach ($path in @($started.File, "$($started.File).err")) {
        $stream = [System.IO.File]::Open($path, 'Open', 'Read', 'ReadWrite, Delete')
        $reader = New-Object System.IO.StreamReader($stream)
        $text += $reader.ReadToEnd()
        $reader.Close()
    }
    return $text
}

function WaitForText($started, [string] $pattern) {
    $clock = [System.Diagnostics.Stopwatch]::StartNew()
    do {
        $text = TextOf $started
        if ($text -match $pattern) { return }
        Start-Sleep -Milliseconds 50
    } while ($clock.ElapsedMilliseconds -lt $patienceMs)
    throw "'$pattern' did not appear; the program printed: $text"
}

# Starts a server and waits until it holds its name.
function Serve([string] $name, [string[]] $options = @()) {
    $server = StartCli (@('serve', $name, '--jsonl') + $options)
    WaitForText $server '"event":"opened"'
    return $server
}

function RunCli([string[]] $arguments) {
    $run = StartCli $arguments
    if (-not $run.Process.WaitForExit($patienceMs)) { throw "$arguments did not end" }
    $run.Process.WaitForExit()
    return [pscustomobject]@{ Status = $run.Process.ExitCode; Text = (TextOf $run) }
}

# A client of .NET, which keeps its end open until it is told to close.
function Connect([string] $name, [string] $level = 'Identification', [string] $computer = '.') {
    $client = New-Object System.IO.Pipes.NamedPipeClientStream($computer, $name, 'InOut',
        'None', $level)
    $client.Connect($patienceMs)
    return $client
}

function Exchange($client) {
    $bytes = [System.Text.Encoding]::UTF8.GetBytes('hello')
    $client.Write($bytes, 0, $bytes.Length)
    $client.Flush()
}

# --- names and instances (rules 1 to 3) ------------------------------------------------------------

Check 'a second server of the same name is refused as "name in use"' {
    $name = NewName
    $null = Serve $name
    $second = RunCli @('serve', $name)
    Assert ($second.Status -ne 0) 'it started'
    Assert ($second.Text -match 'ERROR_ACCESS_DENIED|\b5\b') $second.Text
}

Check 'an instance counts until its client closes' {
    $name = NewName
    $server = New-Object System.IO.Pipes.NamedPipeServerStream($name, 'InOut', 1)
    $waiting = $server.WaitForConnectionAsync()
    $client = Connect $name
    $waiting.Wait()
    $server.Dispose()
    try {
        $again = $null
        try {
            $again = New-Object System.IO.Pipes.NamedPipeServerStream($name, 'InOut', 1)
        } catch [System.IO.IOException] {
            $again = $null
        }
        Assert ($null -eq $again) 'a second server started while the client held the instance'
    } finally {
        $client.Dispose()
    }
    (New-Object System.IO.Pipes.NamedPipeServerStream($name, 'InOut', 1)).Dispose()
}

Check 'a server with one instance serves again when a client that was sent away leaves' {
    $name = NewName
    $server = Serve $name @('--instances', '1', '--send-text', 'bye', '--exit-after-disconnects', '2')
    $client = Connect $name
    WaitForText $server '"event":"connected"'
    $client.Dispose()
    $second = Connect $name
    $second.Dispose()
    Assert ($server.Process.WaitForExit($patienceMs)) 'the second client was not served'
}

Check 'data written before a graceful close can be read, and then 109' {
    $name = NewName
    $server = New-Object System.IO.Pipes.NamedPipeServerStream($name, 'InOut', 1)
    $waiting = $server.WaitForConnectionAsync()
    $client = Connect $name
    $waiting.Wait()
    $server.Write([byte[]](1, 2, 3), 0, 3)
    $server.Dispose()
    $room = New-Object byte[] 10
    Assert ($client.Read($room, 0, 10) -eq 3) 'the data are gone'
    Assert ($client.Read($room, 0, 10) -eq 0) 'no end came'
    $client.Dispose()
}

Check 'a burst of clients finds instances that listen' {
    $name = NewName
    $null = Serve $name
    $clients = @()
    try {
        foreach ($i in 1..4) {
            $client = New-Object System.IO.Pipes.NamedPipeClientStream('.', $name)
            $client.Connect(0)
            $clients += $client
        }
    } finally {
        foreach ($client in $clients) { $client.Dispose() }
    }
}

# --- access lists (rules 4 and 5) ------------------------------------------------------------------

function RunAsOther([string[]] $arguments) {
    if ($null -eq $Credential) { Skip 'takes -Credential of a second account' }
    $file = [System.IO.Path]::GetTempFileName()
    $process = Start-Process -FilePath $Cli -ArgumentList $arguments -PassThru -NoNewWindow `
        -Credential $Credential -WorkingDirectory $env:SystemRoot `
        -RedirectStandardOutput $file -RedirectStandardError "$file.err"
    $script:Started += $process
    if (-not $process.WaitForExit($patienceMs)) { throw "$arguments did not end" }
    $process.WaitForExit()
    return [pscustomobject]@{
        Status = $process.ExitCode
        Text = (TextOf ([pscustomobject]@{ File = $file }))
    }
}

Check 'another user is refused by the safe default' {
    $name = NewName
    $null = Serve $name
    $run = RunAsOther @('connect', $name, '--wait', 'fail-at-once', '--send-text', 'x')
    Assert ($run.Status -ne 0 -and $run.Text -match '\b5\b') $run.Text
}

Check 'another user cannot add an instance' {
    $name = NewName
    $null = Serve $name @('--sddl', 'D:P(A;;0x12019b;;;WD)')
    $run = RunAsOther @('serve', $name, '--first-instance', 'off')
    Assert ($run.Status -ne 0 -and $run.Text -match '\b5\b') $run.Text
}

Check 'a client for reading and writing needs no FILE_CREATE_PIPE_INSTANCE' {
    $name = NewName
    $null = Serve $name @('--sddl', 'D:P(A;;0x12019b;;;WD)')
    $run = RunAsOther @('connect', $name, '--wait', 'fail-at-once', '--send-text', 'x')
    Assert ($run.Status -eq 0) $run.Text
}

Check 'a reader without FILE_WRITE_ATTRIBUTES reads bytes, and says so' {
    $name = NewName
    $null = Serve $name @('--sddl', 'D:P(A;;FA;;;OW)(A;;FR;;;WD)', '--access', 'outbound',
        '--exit-after-disconnects', '1')
    $run = RunAsOther @('connect', $name, '--access', 'outbound', '--timeout', '1000',
        '--expect-text', 'nothing comes')
    Assert ($run.Text -match 'FILE_WRITE_ATTRIBUTES') $run.Text
}

Check 'owner, access list and label read back' {
    $name = NewName
    $null = Serve $name @('--sddl', 'D:P(A;;FA;;;WD)S:(ML;;NW;;;LW)')
    $run = RunCli @('inspect', $name, '--json')
    Assert ($run.Status -eq 0) $run.Text
    Assert ($run.Text -match 'ML;;NW;;;LW') $run.Text
    Assert ($run.Text -match '\(A;;FA;;;WD\)') $run.Text
}

# --- identity (rule 8) -----------------------------------------------------------------------------

foreach ($level in 'Anonymous', 'Identification', 'Impersonation', 'Delegation') {
    Check "a client is identified before its first message, at $level" {
        $name = NewName
        $server = Serve $name @('--identity')
        $client = Connect $name $level
        try {
            if ($level -eq 'Anonymous') {
                WaitForText $server '1347|"event":"identified"'
            } else {
                WaitForText $server '"event":"identified"'
            }
        } finally {
            $client.Dispose()
        }
    }
}

Check 'a server may identify a PipeScope client, and not act as it' {
    $name = NewName
    $server = Serve $name @('--identity')
    $run = RunCli @('connect', $name, '--send-text', 'x')
    Assert ($run.Status -eq 0) $run.Text
    WaitForText $server '"levelGranted":"identification"'
}

# --- one direction, and the end (rules 9 and 10) ---------------------------------------------------

Check 'an outbound server notices that its client left' {
    $name = NewName
    $server = Serve $name @('--access', 'outbound', '--exit-after-disconnects', '1')
    $client = New-Object System.IO.Pipes.NamedPipeClientStream('.', $name, 'In')
    $client.Connect($patienceMs)
    WaitForText $server '"event":"connected"'
    $client.Dispose()
    Assert ($server.Process.WaitForExit($patienceMs)) 'it did not notice'
}

Check 'a zero-byte write to a byte pipe leaves the connection' {
    $name = NewName
    $server = Serve $name @('--mode', 'byte')
    $client = Connect $name
    WaitForText $server '"event":"connected"'
    $client.Write((New-Object byte[] 0), 0, 0)
    Exchange $client
    WaitForText $server 'hello'
    $client.Dispose()
}

# --- synchronous handles (rule 6) ------------------------------------------------------------------

Check 'a write of a synchronous handle waits for the pending read' {
    $name = NewName
    $server = New-Object System.IO.Pipes.NamedPipeServerStream($name, 'InOut', 1, 'Message')
    $waiting = $server.WaitForConnectionAsync()
    $client = StartCli @('connect', $name, '--sync', '--stdin', '--jsonl')
    $waiting.Wait()
    $room = New-Object byte[] 10
    $reading = $server.ReadAsync($room, 0, 10)
    Start-Sleep -Milliseconds 1000
    Assert (-not $reading.IsCompleted -or $reading.Result -eq 0) 'the write went past the read'
    $server.Dispose()
}

# --- names (rules 11 and 12) -----------------------------------------------------------------------

Check 'a name with a backslash is served as it is written' {
    $name = 'uv\' + (NewName)
    $null = Serve $name
    $list = RunCli @('list', $name)
    Assert ($list.Text.Contains($name)) $list.Text
}

Check 'Windows normalizes a name with a dot at its end' {
    $name = NewName
    $server = New-Object System.IO.Pipes.NamedPipeServerStream($name, 'InOut', 1)
    $client = New-Object System.IO.Pipes.NamedPipeClientStream('.', "$name.")
    try { $client.Connect(1000) } finally { $client.Dispose(); $server.Dispose() }
}

Check 'PipeScope refuses a name that Windows would change' {
    $run = RunCli @('serve', ((NewName) + '.'))
    Assert ($run.Status -ne 0) 'it was served'
}

Check 'a client by the name of this computer is shown as remote' {
    $name = NewName
    $server = Serve $name @('--allow-remote')
    try {
        $client = Connect $name 'Identification' 'localhost'
    } catch {
        Skip "\\localhost\pipe cannot be reached: $($_.Exception.Message)"
    }
    try {
        WaitForText $server '"remote":true'
    } finally {
        $client.Dispose()
    }
}

Check 'remote clients are refused by the safe default' {
    $name = NewName
    $null = Serve $name
    $client = New-Object System.IO.Pipes.NamedPipeClientStream('localhost', $name)
    $isIn = $true
    try { $client.Connect(2000) } catch { $isIn = $false } finally { $client.Dispose() }
    Assert (-not $isIn) 'the client came in'
}

# --- listing (rule 14) -----------------------------------------------------------------------------

Check 'the list has the names that Windows has' {
    $name = NewName
    $null = Serve $name @('--instances', '7')
    $theirs = [System.IO.Directory]::GetFiles('\\.\pipe\')
    $ours = RunCli @('list', '--json')
    Assert ($ours.Status -eq 0) $ours.Text
    Assert (($theirs -join ' ').Contains($name)) 'Windows does not list it'
    $line = $ours.Text -split "`n" | Where-Object { $_.Contains($name) }
    Assert ($line -match '"limit":7') "$line"
}

# --- results ---------------------------------------------------------------------------------------

$differing = @($script:Results | Where-Object { $_.Result -eq 'differs' })
$skipped = @($script:Results | Where-Object { $_.Result -eq 'could not' })
Write-Output ''
Write-Output ("{0} checks: {1} proved, {2} differ, {3} could not run" -f $script:Results.Count,
    ($script:Results.Count - $differing.Count - $skipped.Count), $differing.Count, $skipped.Count)

if ($JUnit) {
    $settings = New-Object System.Xml.XmlWriterSettings
    $settings.Indent = $true
    $path = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($JUnit)
    $xml = [System.Xml.XmlWriter]::Create($path, $settings)
    $xml.WriteStartElement('testsuite')
    $xml.WriteAttributeString('name', 'windows-proof')
    $xml.WriteAttributeString('tests', "$($script:Results.Count)")
    $xml.WriteAttributeString('failures', "$($differing.Count)")
    $xml.WriteAttributeString('skipped', "$($skipped.Count)")
    foreach ($result in $script:Results) {
        $xml.WriteStartElement('testcase')
        $xml.WriteAttributeString('name', $result.Name)
        $xml.WriteAttributeString('time',
            $result.Seconds.ToString('F3', [System.Globalization.CultureInfo]::InvariantCulture))
        if ($result.Result -ne 'proved') {
            $element = 'failure'
            if ($result.Result -eq 'could not') { $element = 'skipped' }
            $xml.WriteStartElement($element)
            $xml.WriteAttributeString('message', $result.Reason)
            $xml.WriteEndElement()
        }
        $xml.WriteEndElement()
    }
    $xml.WriteEndElement()
    $xml.Close()
}
exit $differing.Count
