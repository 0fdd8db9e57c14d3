namespace Glassbox.Completion.Lexing;

/// <summary>Keywords by language, to be offered where a word is begun.</summary>
internal static class LanguageKeywords
{
    public static string[] Python { get; } = Split(
        "False None True and as assert async await break case class continue def del elif else except finally for from global if import in is lambda match nonlocal not or pass raise return self try while with yield");

    public static string[] Script { get; } = Split(
        "async await break case catch class const continue debugger default delete do else export extends false finally for from function get if import in instanceof let new null of return set static super switch this throw true try typeof undefined var void while yield");

    public static string[] TypeScript { get; } = [.. Script, .. Split(
        "abstract any as asserts bigint boolean declare enum implements infer interface is keyof namespace never number object private protected public readonly satisfies string symbol type unknown")];

    public static string[] Java { get; } = Split(
        "abstract assert boolean break byte case catch char class continue default do double else enum extends false final finally float for if implements import instanceof int interface long native new null package permits private protected public record return sealed short static super switch synchronized this throw throws transient true try var void volatile while yield");

    public static string[] Go { get; } = Split(
        "any append bool break byte cap case chan close const continue copy default defer delete else error fallthrough false float64 for func go goto if import int int64 interface iota len make map nil package panic range return rune select string struct switch true type uint64 var");

    public static string[] Rust { get; } = Split(
        "Err None Ok Self Some as async await bool break char const continue crate dyn else enum extern f64 false fn for i32 i64 if impl in let loop match mod move mut pub ref return self static str struct super trait true type u32 u64 u8 unsafe use usize where while");

    private static string[] C { get; } = Split(
        "auto bool break case char const continue default define do double else elif endif enum extern false float for goto if ifdef ifndef include inline int int32_t int64_t long pragma register restrict return short signed size_t sizeof static struct switch true typedef uint32_t uint64_t uint8_t undef union unsigned void volatile while");

    public static string[] Cpp { get; } = [.. C, .. Split(
        "catch class co_await co_return co_yield concept const_cast consteval constexpr decltype delete dynamic_cast explicit final friend mutable namespace new noexcept nullptr operator override private protected public reinterpret_cast requires static_assert static_cast template this throw try typename using virtual")];

    public static string[] Kotlin { get; } = Split(
        "abstract actual annotation as break by catch class companion const constructor continue crossinline data do else enum expect external false final finally for fun get if import in infix init inline inner interface internal is lateinit null object open operator out override package private protected public return sealed set super suspend this throw true try typealias val var vararg when where while");

    public static string[] Scala { get; } = Split(
        "abstract case catch class def do else enum extends false final finally for given if implicit import lazy match new null object override package private protected return sealed super this throw trait true try type using val var while with yield");

    public static string[] Swift { get; } = Split(
        "Any Self actor as associatedtype async await break case catch class continue default defer deinit do else enum extension false fileprivate final for func guard if import in init inout internal is lazy let mutating nil open override private protocol public repeat rethrows return self static struct subscript super switch throw throws true try typealias var weak where while");

    public static string[] Dart { get; } = Split(
        "abstract as assert async await break case catch class const continue default do dynamic else enum export extends extension factory false final finally for get if implements import in is late library mixin new null on part required rethrow return sealed set static super switch this throw true try typedef var void while with yield");

    public static string[] Php { get; } = Split(
        "abstract array as bool break callable case catch class clone const continue declare default do echo else elseif empty endforeach endif enum extends false final finally fn for foreach function global if implements include include_once instanceof int interface isset list match mixed namespace new null print private protected public readonly require require_once return self static string switch throw trait true try unset use var void while yield");

    public static string[] Ruby { get; } = Split(
        "alias and attr_accessor attr_reader attr_writer begin break case class def defined? do else elsif end ensure extend false for if in include lambda loop module next nil not or private proc protected public puts raise redo require require_relative rescue retry return self super then true undef unless until when while yield");

    public static string[] Shell { get; } = Split(
        "alias break case cd continue declare do done echo elif else esac eval exec exit export fi for function if in local printf read readonly return select set shift source test then trap unset until while");

    public static string[] PowerShell { get; } = Split(
        "begin break catch class continue data do dynamicparam else elseif end enum exit filter finally for foreach from function hidden if in param process return static switch throw trap try until using while");

    public static string[] Lua { get; } = Split(
        "and break do else elseif end false for function goto if in ipairs local nil not or pairs repeat require return self then true until while");

    public static string[] Haskell { get; } = Split(
        "case class data default deriving do else forall foreign if import in infix infixl infixr instance let module newtype of qualified then type where");

    public static string[] FSharp { get; } = Split(
        "abstract and as assert async base begin class default delegate do done downcast downto elif else end exception extern false finally for fun function global if in inherit inline interface internal lazy let match member module mutable namespace new not null of open or override private public rec return sig static struct task then to true try type upcast use val void when while with yield");

    public static string[] VisualBasic { get; } = Split(
        "AddHandler AddressOf And AndAlso As Async Await Boolean ByRef ByVal Byte Call Case Catch Char Class Const Continue Date Decimal Delegate Dim DirectCast Do Double Each Else ElseIf End Enum Event Exit False Finally For Friend Function Get GetType Handles If Implements Imports In Inherits Integer Interface Is IsNot Iterator Let Like Long Loop Me Mod Module MustInherit MustOverride MyBase MyClass NameOf Namespace New Next Not Nothing NotInheritable NotOverridable Object Of Optional Option Or OrElse Overridable Overrides ParamArray Partial Private Property Protected Public RaiseEvent ReadOnly RemoveHandler Return Select Set Shadows Shared Short Single Static Step Stop String Structure Sub SyncLock Then Throw To True Try TryCast Using When While With WithEvents Yield");

    public static string[] Elixir { get; } = Split(
        "after alias and case catch cond def defdelegate defimpl defmacro defmodule defp defprotocol defstruct do else end false fn for if import in nil not or quote raise receive require rescue true try unless unquote use when with");

    public static string[] Perl { get; } = Split(
        "bless chomp defined delete die do each else elsif eval exists for foreach if join keys last local map my next no our package print push return shift sub unless until use values while");

    public static string[] Proto { get; } = Split(
        "bool bytes double enum extend extensions false float import int32 int64 map message oneof option optional package public repeated required reserved returns rpc service stream string syntax true uint32 uint64");

    public static string[] Docker { get; } = Split(
        "ADD ARG AS CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL MAINTAINER ONBUILD RUN SHELL STOPSIGNAL USER VOLUME WORKDIR");

    public static string[] Sql { get; } = Split(
        "ADD ALL ALTER AND ANY AS ASC AUTO_INCREMENT BEGIN BETWEEN BIGINT BOOLEAN BY CASCADE CASE CAST CHAR CHECK COLUMN COMMIT CONSTRAINT CREATE CROSS DATABASE DATE DECIMAL DECLARE DEFAULT DELETE DESC DISTINCT DROP ELSE END EXCEPT EXEC EXISTS FALSE FETCH FOREIGN FROM FULL FUNCTION GRANT GROUP HAVING IDENTITY IF IN INDEX INNER INSERT INT INTEGER INTERSECT INTO IS JOIN KEY LEFT LIKE LIMIT MERGE NOT NULL NUMERIC NVARCHAR OFFSET ON OR ORDER OUTER OVER PARTITION PRIMARY PROCEDURE REFERENCES REPLACE RETURN RETURNING RIGHT ROLLBACK SELECT SERIAL SET TABLE TEXT THEN TIMESTAMP TOP TRANSACTION TRIGGER TRUE TRUNCATE UNION UNIQUE UPDATE USING VALUES VARCHAR VIEW WHEN WHERE WITH");

    private static string[] Split(string words) => words.Split(' ');
}
