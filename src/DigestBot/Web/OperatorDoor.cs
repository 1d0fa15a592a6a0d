using Microsoft.AspNetCore.DataProtection;

namespace DigestBot.Web;

/// <summary>The operator's door: who may come in by it, and the pages behind it.</summary>
internal static class OperatorDoor
{
    /// <summary>What the pages need; the keys that seal cookies lie in the archive's folder, so that a restart signs nobody out.</summary>
    public static void AddServices(IServiceCollection services, Settings settings)
    {
        services.AddDataProtection()
            .SetApplicationName("DigestBot")
            .PersistKeysToFileSystem(KeyFolder(settings.Data));
        services.AddAntiforgery(form =>
        {
            form.Cookie.Name = "digestbot-form";
            form.Cookie.SameSite = SameSiteMode.Strict;
            form.FormFieldName = "token";
            // Our own header says the same, and more strictly.
            form.SuppressXFrameOptionsHeader = true;
        });
        services.AddRazorComponents();
        services.AddRateLimiter(SignIn.Limit);
        services.AddSingleton<OperatorKey>().AddSingleton<Dates>();
    }

    /// <summary>The checks in their order.</summary>
    public static void Guard(IApplicationBuilder door)
    {
        door.Use(SecurityHeaders.AddAsync);
        door.UseMiddleware<HostCheck>();
        door.UseMiddleware<KeyCheck>();
        door.UseStatusCodePages(problem => ErrorPages.ShowAsync(problem.HttpContext));
        door.UseRateLimiter();
    }

    /// <summary>The pages.</summary>
    public static void Map(IEndpointRouteBuilder door)
    {
        SiteFiles.Map(door);
        SignIn.Map(door);
        StoryEndpoints.Map(door);
        PeopleEndpoints.Map(door);
        ConsoleEndpoints.Map(door);
        DigestEndpoints.Map(door);
    }

    private static DirectoryInfo KeyFolder(string data)
    {
        var folder = Path.Combine(data, "keys");
        return OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(folder)
            : Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
