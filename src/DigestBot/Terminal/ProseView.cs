using DigestBot.Chat;
using DigestBot.LanguageModels;
using DigestBot.Storage;

namespace DigestBot.Terminal;

/// <summary>A language model's checked sentences below an answer that stands there already, where the settings name a model.</summary>
internal static class ProseView
{
    /// <summary>Writes the sentences, or the reply that the model looked up where the parser was puzzled; nothing where it wrote none that stands the check.</summary>
    /// <returns>Whether there was something to show.</returns>
    public static async Task<bool> WriteAsync(Settings settings, Store store, string question, Reply plain, CancellationToken cancel)
    {
        if (!ModelClient.IsOn(settings.Model))
        {
            return false;
        }

        var room = new ServiceCollection().AddLogging().AddSingleton(store).AddSingleton(TimeProvider.System);
        await using var services = SettingsReader.Checked(() => room.AddProse(settings)).BuildServiceProvider();
        Chat.Command command = new() { Workspace = Chat.Command.LocalWorkspace, Verb = "ask", Text = question };
        if (await services.GetRequiredService<ProseReply>().WriteAsync(command, plain, cancel) is not { } written)
        {
            return false;
        }

        Console.Out.WriteLine();
        if (written.Prose is { } prose)
        {
            Console.Out.WriteLine(PlainText.Clean(prose));
        }
        else
        {
            ReplyView.Write(written);
        }

        return true;
    }
}
