namespace DigestBot.Chat.Slack;

/// <summary>Proposes names in the menus of windows while one types.</summary>
internal sealed class SlackMenus(CommandHandler handler, TimeProvider clock, ILogger<SlackMenus> log)
{
    /// <summary>What may be chosen in a window's menu.</summary>
    public async Task<SlackOptions> OptionsAsync(SlackInteraction asked)
    {
        if (SlackWindows.Context(asked.View?.PrivateMetadata) is not { } context || asked.ActionId is not { } field)
        {
            return new SlackOptions([]);
        }

        var option = field == SlackWindows.TextField ? handler.Verbs.FirstOrDefault(v => v.Name == context.Verb)?.Text?.Name ?? "" : field;
        try
        {
            var names = await handler.ChoicesAsync(new Command { Workspace = asked.Workspace, Verb = context.Verb }, option, asked.Value ?? "").WaitAsync(PromptReply.Patience, clock);
            return new SlackOptions([.. names.Where(n => SlackMarkup.Escape(n).Length is > 0 and <= SlackFormat.OptionLimit).Select(n => SlackFormat.Option(n, n))]);
        }
        catch (TimeoutException)
        {
            // At the next letter they are there.
            return new SlackOptions([]);
        }
        catch (Exception error)
        {
            log.LogError("Names for a menu could not be found: {Error}", error);
            return new SlackOptions([]);
        }
    }
}
