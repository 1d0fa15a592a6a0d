using System.CommandLine;
using DigestBot.LanguageModels;
using Microsoft.Extensions.AI;
using Command = System.CommandLine.Command;

namespace DigestBot.Terminal;

/// <summary>Looks after the language model.</summary>
internal static class ModelsCommand
{
    public static Command Create()
    {
        Command check = new("check", "Try the language model that the settings name, and say in words what happened");
        check.SetAction(CheckAsync);
        return new Command("models", "Look after the language model") { check };
    }

    private static async Task<int> CheckAsync(ParseResult parsed, CancellationToken cancel)
    {
        var settings = SettingsReader.Read(parsed);
        if (!ModelClient.IsOn(settings.Model))
        {
            Console.Out.WriteLine("No language model is set, and none is needed. To have one write prose over cited lines, set DIGESTBOT_MODEL__PROVIDER and DIGESTBOT_MODEL__NAME.");
            return 0;
        }
        await using var services = new ServiceCollection().AddModelHttp().BuildServiceProvider();
        using var client = SettingsReader.Checked(() => ModelClient.Create(settings, services.GetRequiredService<IHttpClientFactory>()));
        (var works, var words) = await new ModelCheck(client, settings.Model, TimeProvider.System).RunAsync(cancel);
        Console.Out.WriteLine(words);
        return works ? 0 : 1;
    }
}
