using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using System.Runtime.CompilerServices;
using Glassbox.Contracts.Completion;
using Microsoft.CodeAnalysis;

namespace Glassbox.Completion.Imports;

/// <summary>
/// The public types of a reference, read from its metadata tables: no symbols are made for the thousands of types that
/// are never chosen. Kept as long as the reference itself.
/// </summary>
internal static class MetadataTypes
{
    private static readonly ConditionalWeakTable<MetadataReference, StrongBox<ImmutableArray<ImportableType>>> Known = [];

    /// <summary>The types of a reference if they have been read.</summary>
    public static bool TryGet(MetadataReference reference, out ImmutableArray<ImportableType> types)
    {
        var known = Known.TryGetValue(reference, out var box);
        types = known ? box!.Value : [];
        return known;
    }

    /// <summary>Reads the types of a reference, once.</summary>
    public static ImmutableArray<ImportableType> Read(MetadataReference reference)
    {
        if (TryGet(reference, out var types)) return types;
        types = reference is PortableExecutableReference file ? ReadTypes(file) : [];
        Known.AddOrUpdate(reference, new StrongBox<ImmutableArray<ImportableType>>(types));
        return types;
    }

    private static ImmutableArray<ImportableType> ReadTypes(PortableExecutableReference reference)
    {
        var types = ImmutableArray.CreateBuilder<ImportableType>();
        try
        {
            var modules = reference.GetMetadata() switch
            {
                AssemblyMetadata assembly => assembly.GetModules(),
                ModuleMetadata module => [module],
                _ => [],
            };
            foreach (var module in modules) ReadTypes(module.GetMetadataReader(), types);
        }
        catch (Exception failure) when (failure is BadImageFormatException or IOException)
        {
            // The compiler reports a broken reference; there is nothing to import from it.
            return [];
        }

        return types.ToImmutable();
    }

    private static void ReadTypes(MetadataReader reader, ImmutableArray<ImportableType>.Builder types)
    {
        foreach (var handle in reader.TypeDefinitions)
        {
            var type = reader.GetTypeDefinition(handle);
            if ((type.Attributes & TypeAttributes.VisibilityMask) != TypeAttributes.Public || type.Namespace.IsNil || IsHidden(reader, type)) continue;
            var name = reader.GetString(type.Name);
            var tick = name.IndexOf('`', StringComparison.Ordinal);
            var arity = tick > 0 && int.TryParse(name.AsSpan(tick + 1), out var parsed) ? parsed : 0;
            if (tick > 0) name = name[..tick];
            types.Add(new ImportableType(string.Intern(reader.GetString(type.Namespace)), name, arity, KindOf(reader, type), IsPublic: true));
        }
    }

    private static CandidateKind KindOf(MetadataReader reader, TypeDefinition type)
    {
        if ((type.Attributes & TypeAttributes.Interface) != 0) return CandidateKind.Interface;
        return NameOf(reader, type.BaseType) switch
        {
            "Enum" => CandidateKind.Enum,
            "ValueType" => CandidateKind.Struct,
            "MulticastDelegate" => CandidateKind.Delegate,
            _ => CandidateKind.Class,
        };
    }

    private static string NameOf(MetadataReader reader, EntityHandle type) => type switch
    {
        { IsNil: true } => "",
        { Kind: HandleKind.TypeReference } => reader.GetString(reader.GetTypeReference((TypeReferenceHandle)type).Name),
        { Kind: HandleKind.TypeDefinition } => reader.GetString(reader.GetTypeDefinition((TypeDefinitionHandle)type).Name),
        _ => "",
    };

    private static bool IsHidden(MetadataReader reader, TypeDefinition type)
    {
        foreach (var handle in type.GetCustomAttributes())
        {
            var attribute = reader.GetCustomAttribute(handle);
            var owner = attribute.Constructor.Kind switch
            {
                HandleKind.MemberReference => reader.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent,
                HandleKind.MethodDefinition => reader.GetMethodDefinition((MethodDefinitionHandle)attribute.Constructor).GetDeclaringType(),
                _ => default,
            };
            if (NameOf(reader, owner) != "EditorBrowsableAttribute") continue;

            // Spec: ECMA-335 II.23.3: prolog 0x0001, then the enum's value; EditorBrowsableState.Never is 1.
            var value = reader.GetBlobReader(attribute.Value);
            if (value.Length >= 6 && value.ReadUInt16() == 1 && value.ReadInt32() == 1) return true;
        }

        return false;
    }
}
