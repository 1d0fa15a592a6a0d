using System.Net;

namespace DigestBot.Web;

/// <summary>
/// Lets a request in only by a name that is ours. A page elsewhere can have its own name point at this machine (DNS rebinding)
/// and would then read the archive with its visitor's browser; the Host header still gives it away.
/// </summary>
internal sealed class HostCheck(RequestDelegate next, Settings settings)
{
    private readonly HashSet<string> _names = [.. Names(settings)];

    public Task InvokeAsync(HttpContext context)
    {
        if (IsOurs(context.Request.Host.Host, context.Connection.LocalIpAddress))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(
            "DigestBot does not answer to this name. Use http://localhost and its port, or add the name to DIGESTBOT_HOSTS and start again.\n", context.RequestAborted);
    }

    private bool IsOurs(string host, IPAddress? local)
    {
        if (_names.Contains(host.ToLowerInvariant()))
        {
            return true;
        }
        // An address is not looked up by name, so nobody can rebind it; but it must be the one that was connected to.
        return IPAddress.TryParse(host.Trim('[', ']'), out var address)
            && (IPAddress.IsLoopback(address) || Unmapped(address).Equals(local is null ? null : Unmapped(local)));
    }

    private static IPAddress Unmapped(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    private static IEnumerable<string> Names(Settings settings) =>
        settings.Hosts.Split([';', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(name => name.ToLowerInvariant()).Append("localhost");
}
