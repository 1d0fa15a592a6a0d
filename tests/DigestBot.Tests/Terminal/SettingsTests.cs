using System.CommandLine;
using System.Runtime.Versioning;
using DigestBot.Terminal;
using Microsoft.Extensions.Configuration;

namespace DigestBot.Tests.Terminal;

/// <summary>What an operator mistypes is told, with the place and the way out; it is not passed over.</summary>
public sealed class SettingsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_file_that_comes_with_the_bot_is_right_and_holds_the_defaults() =>
        Read(Path.Combine(Repository.Root, "config")).Should().BeEquivalentTo(new Settings
        {
            Data = Path.GetFullPath("data"),
            Stories = Path.Combine(Repository.Root, "config", "stories"),
        });

    [Theory]
    [InlineData("""{ "digest": { "at": "07:30" """, "*digestbot.json cannot be read, line 1: *")]
    [InlineData("{\n  \"urls\": \"http://localhost:5080\"\n  \"hosts\": \"\"\n}", "*digestbot.json cannot be read, line 3: *")]
    [InlineData("", "*digestbot.json cannot be read, line 1: *")]
    [InlineData("[]", "*digestbot.json cannot be read: *must be an object*")]
    [InlineData("""{ "urls": "a", "urls": "b" }""", "*digestbot.json cannot be read: *'urls'*")]
    [InlineData("""{ "digset": { "at": "07:30" } }""", "There is no setting “digset.at”. Is it “digest.at”? Look into *digestbot.json.")]
    [InlineData("""{ "discord": { "publcKey": "x" } }""", "There is no setting “discord.publcKey”. Is it “discord.publicKey”?*")]
    [InlineData("""{ "digest": { "time": "07:30" } }""", "There is no setting “digest.time”. There are “digest.at” and “digest.zone”.*")]
    [InlineData("""{ "weather": "fine" }""", "There is no setting “weather”. There are “data”, “stories”, *")]
    [InlineData("""{ "digest": "07:30" }""", "The setting “digest” is in parts. There are “digest.at” and “digest.zone”.*")]
    [InlineData("""{ "data": { "folder": "x" } }""", "There is no setting “data.folder”. There is nothing below it.*")]
    [InlineData("""{ "model": { "patience": "long" } }""", "The setting “model.patience” is a whole number, not “long”.*")]
    [InlineData("""{ "telemetry": { "content": "yes" } }""", "The setting “telemetry.content” is true or false, not “yes”.*")]
    public void What_is_mistyped_in_the_file_is_told(string file, string words)
    {
        File.WriteAllText(_folder.File("digestbot.json"), file);
        FluentActions.Invoking(() => Read(_folder.Path)).Should().Throw<SettingsException>().WithMessage(words);
    }

    [Theory]
    [InlineData("DISCORD__PUBLCKEY", "DIGESTBOT_DISCORD__PUBLICKEY")]
    [InlineData("DISCORD_PUBLICKEY", "DIGESTBOT_DISCORD__PUBLICKEY")]
    [InlineData("DISCROD__BOTTOKEN", "DIGESTBOT_DISCORD__BOTTOKEN")]
    [InlineData("SLACK__SIGNINSECRET", "DIGESTBOT_SLACK__SIGNINGSECRET")]
    [InlineData("URL", "DIGESTBOT_URLS")]
    [InlineData("DIGEST__TIME", "DIGESTBOT_DIGEST__AT")]
    public void A_mistyped_variable_is_told_with_the_one_that_is_meant(string variable, string meant) =>
        SettingsCheck.OfEnvironment(Variable(variable, "secret")).Should().Contain($"DIGESTBOT_{variable}").And.Contain(meant).And.NotContain("secret");

    [Theory]
    [InlineData("CONFIG")]
    [InlineData("SHARED")]
    [InlineData("PICTURES")]
    [InlineData("DISCORD__PUBLICKEY")]
    [InlineData("telemetry__address")]
    [InlineData("MODEL__PATIENCE")]
    public void A_variable_that_is_right_or_like_none_of_ours_is_left_alone(string variable) => SettingsCheck.OfEnvironment(Variable(variable, "30")).Should().BeNull();

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void Settings_that_may_not_be_read_are_told()
    {
        Assert.SkipWhen(Environment.IsPrivilegedProcess, "the system denies nothing to its administrator");
        File.WriteAllText(_folder.File("digestbot.json"), "{}");
        File.SetUnixFileMode(_folder.File("digestbot.json"), UnixFileMode.None);
        FluentActions.Invoking(() => Read(_folder.Path)).Should().Throw<SettingsException>().WithMessage("*digestbot.json cannot be read: *");
    }

    private static IConfigurationRoot Variable(string name, string value) =>
        new ConfigurationBuilder().AddInMemoryCollection([new(name.Replace("__", ":", StringComparison.Ordinal), value)]).Build();

    private static Settings Read(string folder)
    {
        RootCommand root = [];
        foreach (var option in SettingsReader.Options)
        {
            root.Options.Add(option);
        }

        return SettingsReader.Read(root.Parse(["--config", folder]));
    }
}
