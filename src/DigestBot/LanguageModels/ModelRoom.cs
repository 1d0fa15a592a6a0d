using DigestBot.Storage;
using Microsoft.Extensions.AI;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace DigestBot.LanguageModels;

/// <summary>What the host needs of a language model, where the settings name one.</summary>
internal static class ModelRoom
{
    /// <summary>Adds the writer and the researcher.</summary>
    /// <exception cref="FormatException">A setting is missing or malformed; the message says which.</exception>
    public static IServiceCollection AddLanguageModel(this IServiceCollection services, Settings settings)
    {
        ModelClient.Check(settings.Model);
        services.AddModelHttp();
        services.AddSingleton(provider => ModelClient.Create(settings, provider.GetRequiredService<IHttpClientFactory>()));
        services.AddSingleton(provider => new ModelCalls(
            provider.GetRequiredService<IChatClient>(),
            settings.Model,
            provider.GetRequiredService<Store>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<ModelCalls>>()));
        services.AddSingleton<ModelMeters>().AddSingleton<ProseWriter>();
        services.AddSingleton(provider => new Researcher(
            provider.GetRequiredService<ModelCalls>(), provider.GetRequiredService<ModelMeters>(), provider.GetRequiredService<Store>(), provider.GetRequiredService<TimeProvider>()));
        services.AddTelemetry(settings.Telemetry);
        return services;
    }

    /// <summary>Adds the HTTP client by which a provider is reached: no redirect carries the key elsewhere.</summary>
    public static IServiceCollection AddModelHttp(this IServiceCollection services)
    {
        services.AddHttpClient(ModelClient.Http, http => http.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
            .AddHttpMessageHandler(() => new CappedBody());
        return services;
    }

    /// <summary>Sends traces and figures to the collector, where one is set.</summary>
    /// <exception cref="FormatException">The collector's address is malformed.</exception>
    private static void AddTelemetry(this IServiceCollection services, TelemetrySettings settings)
    {
        if (string.IsNullOrWhiteSpace(settings.Address))
        {
            return;
        }

        if (!Uri.TryCreate(settings.Address, UriKind.Absolute, out var collector))
        {
            throw new FormatException($"'{settings.Address}' is no address of a collector: write DIGESTBOT_TELEMETRY__ADDRESS like http://localhost:4317.");
        }

        services.AddOpenTelemetry()
            .WithTracing(traces => traces.AddSource(ModelMeters.Name).AddOtlpExporter(otlp => otlp.Endpoint = collector))
            .WithMetrics(figures => figures.AddMeter(ModelMeters.Name).AddOtlpExporter(otlp => otlp.Endpoint = collector));
    }
}
