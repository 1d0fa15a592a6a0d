using System.Text.RegularExpressions;
using DigestBot.Chat;
using DigestBot.Chat.Discord;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Chat.Discord;

public sealed partial class CommandMenuTests : IAsyncLifetime
{
    private FakeDiscord _discord = null!;
    private ServiceProvider _services = null!;

    public async ValueTask InitializeAsync()
    {
        _discord = await FakeDiscord.StartAsync();
        _services = new ServiceCollection().AddLogging().AddSingleton(_discord.Settings).AddSingleton(TimeProvider.System).AddDiscord().BuildServiceProvider();
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _discord.DisposeAsync();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("77")]
    public async Task The_menu_is_written_once_and_then_only_when_it_has_changed(string? server)
    {
        (await RegisterAsync(server)).Should().BeTrue();
        (await RegisterAsync(server)).Should().BeFalse();
        var changed = _discord.Menus[server ?? "all"][0]!.AsObject();
        changed["description"] = "An older version's";
        (await RegisterAsync(server)).Should().BeTrue();
        _discord.Requests.Count(r => r.Method == "PUT").Should().Be(2);
    }

    [Fact]
    public async Task A_changed_translation_is_a_change()
    {
        await RegisterAsync(null);
        _discord.Menus["all"][0]!["name_localizations"]!["de"] = "anders";
        (await RegisterAsync(null)).Should().BeTrue();
    }

    [Fact]
    public void A_servers_menu_says_nothing_of_where_it_shows() =>
        CommandMenu.Of(Verbs.All, isGlobal: false).Should().OnlyContain(c => c.Contexts == null && c.IntegrationTypes == null);

    [Fact]
    public void Required_options_come_first()
    {
        Verb verb = new()
        {
            Name = "compare",
            Description = "x",
            Options = [new VerbOption("since", "x"), new VerbOption("a", "x") { IsRequired = true }, new VerbOption("private", "x") { IsYesNo = true }, new VerbOption("b", "x") { IsRequired = true }],
            Run = (_, _, _) => Task.FromResult(new Reply { Text = "" }),
        };
        var command = CommandMenu.Of([verb], isGlobal: true)[0];
        command.Options!.Select(o => o.Name).Should().Equal("a", "b", "since", "private");
        command.Options![3].Type.Should().Be(ApplicationCommandOption.Boolean);
    }

    [Fact]
    public void Names_and_descriptions_are_within_Discords_rules_in_every_language()
    {
        foreach (var command in CommandMenu.Of(Verbs.All, isGlobal: true).Where(c => c.Type == ApplicationCommand.ChatInput))
        {
            (command.Options?.Count ?? 0).Should().BeLessThanOrEqualTo(25);
            Check(command.Name, command.Description!, command.NameLocalizations!, command.DescriptionLocalizations!);
            foreach (var option in command.Options ?? [])
            {
                Check(option.Name, option.Description, option.NameLocalizations!, option.DescriptionLocalizations!);
            }
        }
    }

    [Fact]
    public void The_menu_of_a_message_asks_who_said_what_here()
    {
        var menu = CommandMenu.Of(Verbs.All, isGlobal: true).Single(c => c.Type == ApplicationCommand.Message);
        menu.Name.Should().Be(Verbs.Here);
        menu.NameLocalizations!["en-US"].Should().Be("Who said what here?");
        menu.NameLocalizations.Values.Should().OnlyContain(n => n.Length <= 32);
        menu.Description.Should().BeNull("Discord refuses one there");
    }

    [Fact]
    public void Every_command_and_option_has_its_name_in_every_language()
    {
        foreach (var command in CommandMenu.Of(Verbs.All, isGlobal: true))
        {
            command.NameLocalizations.Should().ContainKeys(["de", "es-ES", "es-419", "fr"], command.Name);
            foreach (var option in command.Options ?? [])
                {
                option.NameLocalizations.Should().ContainKeys(["de", "es-ES", "es-419", "fr"], $"{command.Name} {option.Name}");
                option.DescriptionLocalizations.Should().ContainKeys(["de", "es-ES", "es-419", "fr"], $"{command.Name} {option.Name}");
                foreach (var choice in option.Choices ?? [])
                {
                    choice.NameLocalizations.Should().ContainKeys(["de", "es-ES", "es-419", "fr"], $"{command.Name} {option.Name} {choice.Name}");
                }
            }
        }
    }

    [Fact]
    public void The_table_of_languages_has_no_row_for_what_is_not_there()
    {
        var known = Verbs.All.SelectMany(v => v.Options.Append(v.Text).OfType<VerbOption>().SelectMany(o => new[] { $"{v.Name} {o.Name}", o.Name }.Concat(o.Values.Select(x => $"{v.Name} {o.Name} {x}"))).Append(v.Name));
        Localisations.Keys.Should().BeSubsetOf(known);
    }

    [Fact]
    public void What_the_archive_knows_is_proposed_and_what_is_fixed_is_offered()
    {
        var menu = CommandMenu.Of(Verbs.All, isGlobal: true);
        Option("said", "speaker").Autocomplete.Should().BeTrue();
        Option("digest", "show").Choices!.Select(c => c.Value).Should().Equal("now", "preview");
        menu.SelectMany(c => c.Options ?? []).Should().NotContain(o => o.Autocomplete == true && o.Choices != null, "Discord takes one of the two");
        ApplicationCommandOption Option(string command, string option) => menu.Single(c => c.Name == command).Options!.Single(o => o.Name == option);
    }

    [Fact]
    public void No_two_commands_and_no_two_options_of_one_are_called_alike_in_any_language()
    {
        var menu = CommandMenu.Of(Verbs.All, isGlobal: true);
        foreach (var locale in new[] { "de", "es-ES", "fr" })
        {
            menu.Select(c => c.NameLocalizations!.GetValueOrDefault(locale) ?? c.Name).Should().OnlyHaveUniqueItems();
            foreach (var command in menu)
            {
                (command.Options ?? []).Select(o => o.NameLocalizations!.GetValueOrDefault(locale) ?? o.Name).Should().OnlyHaveUniqueItems();
            }
        }
    }

    private static void Check(string name, string description, IReadOnlyDictionary<string, string> names, IReadOnlyDictionary<string, string> descriptions)
    {
        foreach (var any in names.Values.Prepend(name))
        {
            CommandName().IsMatch(any).Should().BeTrue(any);
        }

        foreach (var any in descriptions.Values.Prepend(description))
        {
            any.Length.Should().BeInRange(1, 100, any);
        }
    }

    private Task<bool> RegisterAsync(string? server) =>
        CommandMenu.RegisterAsync(_services.GetRequiredService<DiscordRest>(), FakeDiscord.ApplicationId, server, TestContext.Current.CancellationToken);

    // Discord's documented rule, without the capitals that it forbids.
    [GeneratedRegex(@"^[-_'\p{Ll}\p{Lo}\p{Lm}\p{N}]{1,32}$")]
    private static partial Regex CommandName();
}
