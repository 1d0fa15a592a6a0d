using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace DigestBot.Benchmarks;

/// <summary>The bot in a process of its own, with both doors open on this machine alone.</summary>
internal sealed class ServedBot : IDisposable
{
    private static readonly TimeSpan _longestStart = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly string _settings;

    private ServedBot(Process process, string settings, Uri door)
    {
        (_process, _settings, Door) = (process, settings, door);
        process.OutputDataReceived += (_, line) => Errors += line.Data is { } text && (text.Contains("fail:", StringComparison.Ordinal) || text.Contains("warn:", StringComparison.Ordinal)) ? $"{text}\n" : "";
        process.ErrorDataReceived += (_, line) => Errors += line.Data is { } text ? $"{text}\n" : "";
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>The public door.</summary>
    public Uri Door { get; }

    /// <summary>What it complained about, in its log or on its error output.</summary>
    public string Errors { get; private set; } = "";

    /// <summary>Processor time that it has used so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Bytes of memory.</summary>
    public long Memory
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Starts it over an archive, and waits until it answers.</summary>
    /// <param name="environment">A platform's settings.</param>
    public static async Task<ServedBot> StartAsync(string data, params (string Name, string Value)[] environment)
    {
        var config = Directory.CreateTempSubdirectory("digestbot-config-").FullName;
        Directory.CreateDirectory(Path.Combine(config, "stories"));
        (var door, var console) = (FreePort(), FreePort());
        ProcessStartInfo start = new("dotnet", [Path.Combine(AppContext.BaseDirectory, "digestbot.dll"), "serve", "--data", data, "--config", config, "--urls", $"http://127.0.0.1:{console}"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // It is killed in the end, and the runtime would leave its sockets behind.
            Environment = { ["DIGESTBOT_PUBLICURLS"] = $"http://127.0.0.1:{door}", ["DOTNET_EnableDiagnostics"] = "0" },
        };
        foreach ((var name, var value) in environment)
        {
            start.Environment[name] = value;
        }

        ServedBot bot = new(Process.Start(start)!, config, new Uri($"http://127.0.0.1:{door}"));
        using HttpClient client = new() { BaseAddress = new Uri($"http://127.0.0.1:{console}") };
        var begun = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(begun) < _longestStart)
        {
            try
            {
                if ((await client.GetAsync("/health/ready")).IsSuccessStatusCode)
                {
                    return bot;
                }
            }
            catch (HttpRequestException) when (!bot._process.HasExited)
            {
                // Not listening yet.
            }
            await Task.Delay(100);
        }
        bot.Dispose();
        throw new TimeoutException($"The bot did not start: {bot.Errors}");
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
        Directory.Delete(_settings, recursive: true);
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
