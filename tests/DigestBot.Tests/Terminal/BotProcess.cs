using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace DigestBot.Tests.Terminal;

/// <summary>The real program in a process of its own, as the operator starts it.</summary>
internal sealed class BotProcess : IDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _output = new();

    private BotProcess(Process process, Uri address)
    {
        _process = process;
        Client = new HttpClient { BaseAddress = address };
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Speaks to the operator's door.</summary>
    public HttpClient Client { get; }

    /// <summary>What it has printed so far, both outputs together.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    /// <summary>Starts serve on a free port and waits until it can answer.</summary>
    public static async Task<BotProcess> ServeAsync(string data, string config, IReadOnlyDictionary<string, string>? environment = null)
    {
        var port = FreePort();
        BotProcess bot = new(Start(["serve", "--data", data, "--config", config, "--urls", $"http://127.0.0.1:{port}"], environment), new Uri($"http://127.0.0.1:{port}"));
        await bot.WaitAsync(async () => (await bot.Client.GetAsync("/health/ready", TestContext.Current.CancellationToken)).IsSuccessStatusCode);
        return bot;
    }

    /// <summary>Runs a verb to its end.</summary>
    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(string[] arguments, string? input = null, IReadOnlyDictionary<string, string>? environment = null)
    {
        using var run = Start(arguments, environment);
        await using var ended = TestContext.Current.CancellationToken.Register(run.Kill);
        var printed = run.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = run.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        if (input is not null)
        {
            await run.StandardInput.WriteAsync(input);
        }

        run.StandardInput.Close();
        await run.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (run.ExitCode, await printed, await errors);
    }

    /// <summary>Waits until the condition holds, asked ten times a second for at most 30 seconds.</summary>
    /// <exception cref="TimeoutException">It did not come to hold; the message has what the program printed.</exception>
    public async Task WaitAsync(Func<Task<bool>> condition)
    {
        for (var i = 0; i < 300; i++)
        {
            try
            {
                if (await condition())
                {
                    return;
                }
            }
            catch (HttpRequestException) when (!_process.HasExited)
            {
                // Not listening yet.
            }
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
        throw new TimeoutException($"It did not happen in 30 seconds. The program said:\n{Output}");
    }

    /// <summary>SIGKILL: no chance to clean up.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>SIGTERM or SIGINT, and the exit code.</summary>
    public async Task<int> StopAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{_process.Id}"]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        Client.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    public static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static Process Start(string[] arguments, IReadOnlyDictionary<string, string>? environment)
    {
        string[] program = [.. IsInterruptIgnored() ? ["env", "--default-signal=INT"] : Array.Empty<string>(), "dotnet", Path.Combine(AppContext.BaseDirectory, "digestbot.dll"), .. arguments];
        ProcessStartInfo start = new(program[0], program[1..])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        // Without these the runtime leaves three sockets and pipes in the temporary folder for each process that is killed.
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        foreach ((var name, var value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    /// <summary>A shell that starts the tests in the background has SIGINT ignored by them and all that they start (POSIX, 2.11).</summary>
    private static bool IsInterruptIgnored()
    {
        const string Ignored = "SigIgn:";
        const long Interrupt = 1 << (2 - 1);
        var mask = File.Exists("/proc/self/status") ? File.ReadLines("/proc/self/status").FirstOrDefault(l => l.StartsWith(Ignored, StringComparison.Ordinal)) : null;
        return mask is not null && (Convert.ToInt64(mask[Ignored.Length..].Trim(), 16) & Interrupt) != 0;
    }

    private void Keep(string? line)
    {
        lock (_output)
        {
            _output.AppendLine(line);
        }
    }
}
