using Microsoft.CodeAnalysis;

namespace Glassbox.Analysis.Taint.Evaluation;

/// <summary>Types whose objects do something for whoever calls them and are not made of what they were set up with.</summary>
internal static class ServiceTypes
{
    private static readonly string[] Names =
    [
        "System.Data.IDbConnection", "System.Data.IDbCommand", "System.Data.IDbTransaction", "System.Data.Common.DbConnection", "System.Data.Common.DbCommand",
        "System.Data.Common.DbDataSource", "System.Data.IDataAdapter", "Microsoft.EntityFrameworkCore.DbContext", "Microsoft.EntityFrameworkCore.Infrastructure.DatabaseFacade",
        "System.Net.Http.HttpMessageInvoker", "System.Net.WebClient", "System.Net.Mail.SmtpClient", "System.Net.Sockets.TcpListener",
        "System.Diagnostics.Process", "System.Text.RegularExpressions.Regex", "System.Xml.Xsl.XslCompiledTransform", "Microsoft.Extensions.Logging.ILogger",
        "System.Reflection.MemberInfo", "System.Reflection.Assembly", "System.Security.Cryptography.HashAlgorithm", "System.Security.Cryptography.SymmetricAlgorithm",
        "System.Security.Cryptography.AsymmetricAlgorithm", "System.IServiceProvider", "System.Threading.Timer", "System.Threading.Thread", "System.Diagnostics.Stopwatch",
    ];

    /// <summary>True where what a method gives back has nothing to do with what its object was made of.</summary>
    public static bool Contain(ITypeSymbol? type)
    {
        if (type is null || type.SpecialType != SpecialType.None) return false;
        foreach (var name in Names)
        {
            if (type.IsOrInherits(name)) return true;
        }

        return false;
    }
}
