# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""The catalogue of faults: the text of each, once, and of parts that differ.

Loading, checking and resolving find faults, and give the values for what is in braces. Beside it
todo.py words what a spec leaves open, words.py what keys of earlier languages are called now, and
lint.py what could be better. It is one file: a list, by what the faults are about.
"""


# ---- loading: the text ----

NOT_YAML = "not YAML: {problem}{hint}"
NOT_YAML_AT_ALL = "not YAML: {problem}"
EMPTY_SPEC = "empty spec"
ALIAS = "'*{anchor}': an alias; write it out (text that begins with * in quotes)"
TAG = "'{tag}': a tag; the language says what is what (text with ! in quotes)"
TOO_DEEP = "more than {most} collections in each other"
HINT_QUOTES = " (text with ': ' or ', ' is written in quotes)"
HINT_TABS = " (blanks indent, tabs do not)"
DID_YOU_MEAN = " (did you mean '{word}'?)"

# ---- checking: the schema ----

MISSING = "'{key}' is missing"
GO_TOGETHER = "'{key}' and {others} go together"
UNKNOWN_KEY = "unknown key{hint}"
HINT_COMMA = " (text with a comma is written in quotes)"
LONG_NAME = "the name is longer than {most} bytes"
NOT_A_NAME = "not a name: lower-case letters, digits and underscores"
OTHER_KIND = "expected {wanted}, got {got}"
NOTHING = "nothing"
KINDS = {
    "object": "a mapping",
    "array": "a list",
    "string": "text",
    "integer": "a whole number",
    "boolean": "true or false",
    "null": NOTHING,
}
NOT_ONE_OF = "'{got}' is not one of {words}{hint}"
CAN_ONLY_BE = "can only be {value}"
OTHER_FORM = "'{value}' is not {form}"
OF_FORM = "of the form {pattern}"
ERRNO_OR_MAPPING = "errno, or a mapping"
OUT_OF_BOUNDS = "{value} has to be {bound} {number}"
AT_LEAST = "at least"
NO_MORE_THAN = "at most"
IS_EMPTY = "is empty"
OLD_KEY = "is now '{key}' ({what})"
DROPPED_KEY = "is no key any more: {what}"
NO_MAPPING = "a spec is a mapping: it starts with 'name: …'"
KEY_IS_NO_WORD = "a key is a word"
QUOTE_KEY = "write '{key_}' in quotes: YAML has it for true or false, too"
DUPLICATE_KEY = "duplicate key; the first is in line {line}"
CONTROL_CHARACTER = "text with a control character (U+{code:04X})"
QUOTE_TEXT = "write true or false, or '{text}' in quotes"
TOO_MANY_DIGITS = "a number of {number} digits"

# ---- names ----

NOT_IN_USES = "'{binding}' is not listed under uses{hint}"
ENUM_OF_C = "'{name}' is an enum of C: constants of wire formats are numbers"
NO_SUCH_ENUM = "there is no enum '{name}'{hint}"
ENUM_OF_FLAGS = "'{name}' is of flags: here one name holds at a time"
NO_SUCH_LAYOUT = "there is no layout '{name}'{hint}"
NO_SUCH_CAPABILITY = "there is no capability '{name}'{hint}"
NO_SUCH_LOCK = "there is no lock '{name}'{hint}"
MORE_THAN_64_BITS = "{value} has more than 64 bits"
LIST_WITHOUT_PREFIX = "a list of names needs prefix; else write NAME: value"
CONSTANT_OF_C = "constants of wire formats are numbers"
THERE_TWICE = "'{name}' is there twice"
# Why a name is none of C.
WORD_OF_C = "'{name}' is a word of C"
MACRO_OF_KERNEL = "'{name}' is a macro of the kernel's headers"
CALLED_BY_GLUE = "'{name}' is what generated C calls"
USED_BY_GLUE = "generated C has '{name}' for something else"
LUA_HAS_IT = "'{name}' is a word of Lua"
# Why a copy of a struct cannot have a field.
NEEDS_LOCK = "needs the object's lock"
FOLLOWS_POINTER = "follows a pointer"
MAY_FOLLOW_POINTER = "may follow a pointer"

# ---- fields of all kinds ----

GOES_WITH = "goes with {what}"
KERNEL_BINDINGS = "kernel bindings, not with wire"
UNKNOWN_UNSAID = "say what values without a name are: unknown: allow, or refuse"
RANGE_OF_NO_INTEGER = "only integers have a range"
NOT_IN_BITS = "{value} does not fit in {bits} bits"
MIN_ABOVE_MAX = "{low} is more than max, {high}"

# ---- hosts ----

NO_SUCH_FILE = "there is no {file} beside the spec"
HOST_LACKS = "{files} lacks {name}{hint}"

# ---- contexts that have to be shown ----

CALL_NOT_SHOWN = (
    "specs/{record} does not show that it may be called in any context: lab/contexts does; or"
    " say process, or sleepable"
)
FIELDS_NOT_SHOWN = (
    "specs/{record} does not show that its fields may be read in any context: lab/contexts does"
)

# ---- declarations of C ----

LONG_DECLARATION = "a declaration of more than {most} characters"
NOT_A_C_DECLARATION = "not a C declaration"
NOT_A_C_DECLARATION_AT = "not a C declaration, at '{near}' (an unknown type name?)"
MAYBE_UNKNOWN_TYPE = "not a C declaration (an unknown type name?)"
A_C_DECLARATION = "a C declaration"
NOT_A_PROTOTYPE = "not the prototype of a function"
PARAMETER_WITHOUT_NAME = "every parameter needs a name"
ARRAY_PARAMETER = "write {name} as a pointer"
NOT_A_C_TYPE = "not a C type"
DECLARED_TYPE = "a struct, union or enum is named here, and declared in C"

# ---- expressions of C ----

NOT_ONE_EXPRESSION = "not one expression of C"
AN_EXPRESSION_OF_C = "an expression of C"
CHANGES_NOTHING = "an expression of a spec changes nothing"
LEAVES_NO_FUNCTION = "an expression of a spec leaves no function"
UNBOUNDED_LOOP = "a loop, which nothing bounds: a function of the host"
CHANGES_SOMETHING = "'{name}' changes something: an expression of a spec only tells"
CALLS_POINTER = "what a pointer leads to is called, and may do anything: a function of the host"
MEMBER_CALLED_OBJECT = "a member called 'object' would be taken for the object"
NO_NAME_OF_C = "'{name}' is no name of C here: object->{name}"
NOT_OF_OBJECT = "does not read the object, and is no constant"

# ---- expressions over fields of formats ----

LONG_EXPRESSION = "an expression of more than {most} characters"
NOT_AN_EXPRESSION = "'{source}' is not an expression of fields, numbers, + - *"
NOT_IN_EXPRESSIONS = "'{text}' may not be used: fields, numbers, + - * only"
NOT_A_CONDITION = (
    "'{text}' is none: a condition is FIELD, not FIELD or FIELD == VALUE (!= < <= > >=), joined by"
    " and"
)

# ---- files ----

FILE_NAMED_OTHERWISE = "the file is called {name}"
NAME_IN_OTHER_FILE = "{file} has it already"
NOT_UTF_8 = "not UTF-8: {byte}"

# ---- bindings ----

ATTACH_TAKEN = "'attach' is generated, for the callbacks"
COULD_WAIT_FOR_EACH_OTHER = "'{function}' takes '{lock}': they could wait for each other"
IN_TABLE_ALREADY = "'{name}' is in {table} already"
HEADER_NAMED_AS_OTHER = "'{file}' is the name of {owner}: rename the file"
OWN_HEADER = "the binding's own"
OTHER_HEADER = "another's that C includes"
HEADER_OF_HOST = "'{header}' lies beside the spec: name it under host"
DECLARED_NOWHERE = "say where it is declared: headers, beside wire"
HEADERS_WITHOUT_C = "goes with c: a struct that is declared there"
WORD_OF_LUA = "'{name}' is a word of Lua: {hint}"
CALL_IT = "call it {name}_"
CALL_IT_AND_SAY_C = "call it {name}_ and write c: {name}"
WIRE_WITHOUT_FIELDS = "a wire format needs fields"
CALLBACKS_WITHOUT_HOST = "callbacks need host: the C file that says when the kernel calls"
NO_SUCH_SPEC = "there is no spec '{name}'{hint}"
USES_ITSELF = "a spec does not use itself"
SAME_NAME_IN_C = "C would have '{name}' for it and for {other}: rename one"

# ---- kernel layouts ----

LAYOUT_OF_NOTHING = "needs c (a C struct), or fields that the host places"
STRUCT_WRITABLE = "most of a struct belongs to the kernel: say rw at each field"
GOES_WITH_MEMBERS = "goes with members of a C struct"
PLACED_WITHOUT_PLACE = "a placed field needs place"
GOES_WITHOUT = "goes without {what}"
ENDIAN_UNSAID = "say the order of its bytes: endian: big, or little"
PLACED_TYPE = "a placed field is a view, bytes, an address, u8, u16, u32 or u64"

# ---- members of structs ----

GOES_WITH_PLACED = "goes with placed layouts"
MEMBER_WITHOUT_TYPE = "needs type: the C type of the member, or integer"
VIEW_READ_LATER = (
    "'{field}' of it {reason}, and {decider} is asked when the view is made, not when that is"
    " read: make it a field here"
)
COMPUTED_FIELD = "goes with members; this field is computed"
COMPUTED_TYPE = "computes an integer, a bool or text (type: const char *)"
COMPUTED_OF_NO_OBJECT = "does not read the object: that is a function, or a constant"
RENAME_BEHIND_POINTER = "renames are of members, not of what a pointer leads to"
TWO_POINTERS = "only one pointer is followed: use a function of the host for more"
TYPE_BEHIND_POINTER = "behind a pointer, integers and booleans are read"
NULL_UNSAID_OF = "say whether {member} may be NULL: nullable: true, or false"
NULL_UNSAID = "say whether the pointer may be NULL: nullable: true, or false"
AT_MOST = "{value} has to be at most {most}"
FIELD_LOCK_SLEEPS = "'{name}' sleeps, and fields are read anywhere: use a function"
LOCK_OF_NO_INTEGER = "goes with integers and booleans: the rest is read after it is dropped"
LIMIT_OF_ONE = "goes with count, or with text behind a pointer: type: char *"
COUNT_WITHOUT_LIMIT = "an array with a count needs limit, the most elements that it has"
COMPUTED_READ_ONLY = "a computed field is read-only"
BEHIND_POINTER_READ_ONLY = "what is behind a pointer belongs to another object: read-only"
BIT_FIELD_OF_INTEGER = "a bit-field needs the type that C gives it, in place of integer"
POINTER_MEMBER = "'{type}': a pointer is followed (c: member->x), or not for scripts"
MEMBER_TYPE = "'{type}' is neither an integer, bool, nor an array of char"
NOT_AN_ARRAY = "{type} is not an array"
ARRAY_TYPE = "an array is of integers; of char or u8, it can be read as string or bytes"
TEXT_WITHOUT_LIMIT = "text behind a pointer needs limit, the most bytes that are read"
TEXT_BEHIND_POINTER = "text behind a pointer is read as string"
ENDIAN_OF_TYPE = "{type} is {order}-endian"

# ---- what is written, and what decides ----

WRITTEN_BELOW = "'{decided}' depends on what '{written}' writes"
WRITTEN_HERE = "'{decided}' depends on it: read-only"
WRITTEN_BY_OTHER = "scripts write '{layout}.{field}', which is there"
READS_NOT_PLAIN = (
    "what it reads of the object is not plain, and '{field}' of {layout} can be written: name"
    " members, or access: ro"
)
WRITTEN_BY_SPEC = "fields lie by others, and '{name}' writes '{field}' of the struct"

# ---- functions ----

NO_SUCH_CALLBACK = "there is no callback '{name}'{hint}"
UNKNOWN_PARAMETER = "{function} has no such parameter{hint}"
THE_PROTOTYPE = "the prototype"
RENAME_PARAMETER = "{why}: rename the parameter"
SAME_ARGUMENTS = "two arguments are called '{name}': rename one in its prototype"
ARGUMENT_HIDES = "the argument '{name}' hides what the generated C calls: rename it"
RENAME_PARAMETER_OF = "rename the parameter '{name}' of {function}"
RESULT_LOST = "the result would be lost where the budget is spent: copy: true"
CALL_OF_VARIADIC = "a function of varying arguments is called as it is"
PARAMETER_UNUSED = "does not use the parameter '{name}'"
LENGTH_OF_TWO = "'{name}' is the length of two buffers"
NO_SUCH_BUFFER = "no argument '{name}' with fill{hint}"
MANY_OF_FUNCTION = "a function with {number} {what}: at most {most}"
COUNT_UNSAID = (
    "C does not know how many records there is room for: count: the parameter that says so"
)
NO_SUCH_PARAMETER = "{function} has no parameter '{name}'{hint}"
LIMIT_NOT_IN_TYPE = "does not fit in '{name}', a '{type}'"
TEXT_READ_LATE = "the text is read after {what}: fill a buffer, or read a field"
GIVEN_BACK = "'{name}' is given back"
LOCK_DROPPED = "the lock is dropped"
LOCK_DROPPED_BY_NAME = "'{name}' is dropped"
RESULT_OF_NOBODY = "nobody holds what it returns once {what}: copy: true, or release"
OUT_OF_NOBODY = "nobody holds what it writes once {what}: release"
LOCK_SLEEPS = "'{name}' sleeps: context: sleepable"
SLEEPS_UNDER_LOCK = "the function may sleep, which '{name}' does not allow"
LOCK_OF_NO_OBJECT = "'{name}' is of an object, and no argument is a view or lookup that stays"
LOCK_OF_TWO = "'{name}' is of an object: '{object}' or '{other}'?"

# ---- arguments ----

TYPE_OF_PARAMETER = "goes with arguments beyond the parameters of a variadic function"
PROMISE_GOES_WITH = "'{promise}' goes with {what}"
FORMAT_OF_SCRIPT = "a format never comes from a script: give it value"
VARIADIC_WITHOUT_TYPE = "needs type: it is one of the arguments for the dots"
NO_LENGTH = "'{type}' is no length"
LENGTH_IN_OTHER_ORDER = "'{type}' is no length: its bytes may be in another order"
LENGTH_OF_ITS_OWN = "it is the length of '{buffer}': only doc and unit are its own"
CAPACITY_OF_ITS_OWN = "it says how many records there is room for: only doc is its own"
NO_POINTER_TO_BYTES = "'{type}' is not a pointer to bytes"
BYTES_NOT_CONST = "the function may write to a '{type}': fill, or const"
FILL_CONST = "the function cannot fill a '{type}'"
EXACT_BYTES_WITH_LIMIT = "goes with the parameter that gets the length"
BUFFER_WITHOUT_LIMIT = "a buffer needs limit, the most bytes that it has"
NOT_IN_TYPE = "{value} does not fit in '{type}'"
VIEW_OF_POINTERS = "'{type}': no script has a pointer to a pointer"
CONSUMES_CONST = "a '{type}' cannot be given away"
CONSUMED_AND_NOT = "'not consumed' goes without consumes"
LOOKUP_OF_POINTER = "'{type}' leads to a pointer, not to an object"
LOOKUP_FINDS_OTHER = "finds a '{found}', not a '{wanted}'"
LOOKUP_FINDS_CONST = "finds a '{type}', which {function} may write: const is lost"
LOOKUP_WITHOUT_OWNER = "say who owns what it finds: release, or borrowed and why it stays"
ARGUMENT_FROM_NOWHERE = "say where a '{type}' comes from: view, lookup, out, value, …"
GOES_WITH_INTEGERS_NOT = "goes with integers, not with '{type}'"
ENUM_OF_INT = "not all of int is right for '{type}': say enum, or max"
CARRIED_OUTSIDE = "goes with inside: a callback that carries it"
CARRIES_NO = "{callback} carries no '{name}'{hint}"
CARRIED_CONST = "it is a '{type}', which C may write here: const is lost"
CARRIED_ARGS = "args is one argument of the script's, and goes with check"
OTHER_ONE = "is not the one being decided about"
GIVEN_WITHOUT_TYPE = "needs type: the C type of the script's argument"
GIVEN_NO_INTEGER = "the script's argument is an integer"

# ---- out parameters ----

OUT_CONST = "the function cannot write to a '{type}'"
GOES_WITH_OUT_BYTES = "goes with out: bytes"
NO_POINTER_TO_INTEGER = "'{type}' is not a pointer to an integer"
GOES_WITH_OBJECTS = "goes with lookup, or with out of a pointer to a pointer"
OUT_WITHOUT_OWNER = (
    "a '{type}' gets an object: say who owns it: release (the function that gives it back), or"
    " borrowed (why it stays)"
)
LIFETIME_UNSAID = "say how long a script may keep it: lifetime: script, or call"
OUT_WITHOUT_SIZE = "say how many bytes: size"
SIZE_WITHOUT_LIMIT = "what C computes needs limit, the most bytes that it may be"
LIMIT_OF_NUMBER = "goes with a size that C computes"
SIZE_OF_BUFFER = "the bytes of a buffer are a number from 1 to {most}"

# ---- pointers ----

OTHER_STRUCT = "'{type}' is not the layout's {struct}"
LAYOUT_OF_NO_STRUCT = "'{name}' is not the layout of a C struct"
POINTER_TO_POINTER = "'{type}' leads to a pointer, not to a {struct}"
COPY_OF_NO_USE = "a copy of it is no use: '{field}' {reason}"
ENUM_VALUES_UNSAID = "an '{type}' has few values: say which: enum, or min and max"

# ---- ranges ----

WIDE_WITHOUT_BOUNDS = "'{type}' has as many values as a Lua integer: give both min and max"
CONSTANT_NOT_IN_TYPE = "'{name}' is {value}, and {range}"
TYPE_HOLDS = "'{type}' holds {least} to {most}"
NO_VALUE_LEFT = "leaves no value"

# ---- results of functions ----

RESULT_UNSAID = "say what the '{type}' means: returns"
ERRNO_TYPE = "an errno is an int, not '{type}'"
NO_VALUE_FOR_SCRIPTS = "'{type}' is no value for a script"
NO_RESULT = "there is no result"
POINTER_IGNORED = "a pointer that nobody keeps is a leak, or of no use: say which"
NO_NUMBER_OF_BYTES = "'{type}' is no number of bytes"
NO_STATUS = "'{type}' is no status"
NO_SUCH_CONSTANT = "'{enum}' has no '{name}'{hint}"
NO_POINTER = "'{type}' is not a pointer"
OWNER_UNSAID = (
    "say who owns it: release (the function that gives it back), borrowed (why it stays), or"
    " copy: true"
)
COPY_OF_SCRIPT = "a copy belongs to the script"
RESULTS_WITHOUT_LIMIT = "a list needs limit, the most records that it has"
LIST_TYPE = "the number of records is an int, not '{type}'"
LIST_WITHOUT_ARRAY = "the first parameter is the array to fill"

# ---- counts ----

LENGTH_IN_BYTES = "the length of '{name}' is in bytes"
LENGTH_OF_WORDS = (
    "'{length}' may count more than bytes of '{name}': say unit: bytes for it when it does not"
)
NO_COUNT_OF_WHAT = "'no count' goes with an integer of the script's, or a value"
FIXED_COUNT = (
    "'{number}' may say how much there is behind '{pointer}', where there {there}: promises:"
    " [no count] when it does not"
)
NO_MORE_THERE = "is no more than {most}"
LESS_THERE = "may be less"
COUNT_OF_VIEWS = "'{name}' may say how many there are: give it value: 1, or say promises: [single]"
COUNT_OF_POINTER = (
    "'{number}' may say how much there is behind '{pointer}': {instead}, or, when it does not,"
    " promises: [no count]"
)
# What a number is given in place of a value of the script's.
AS_BYTES = "bytes: {number} for '{pointer}'"
AS_SIZE = "size: {number} for '{pointer}'"
AS_ONE = "value: 1"
AS_ZERO = "value: 0"
AS_VALUE = "a value"

# ---- ownership ----

GIVES_BACK = "'{name}' gives back what {owner} returns: the runtime calls it, once, and no script"
TAKES_REFERENCE = "'{name}' may take a reference, which nothing gives back"
LEAVES_LOCK = "'{name}' changes what the kernel holds: say lock: where it is for"
WAITS_WITHOUT_MAX = "'{function}' waits as long as it says: give it max"
SECOND_OBJECT = "'{name}' is the second object that it returns"
OBJECT_WITH_SIZE_OR_LIST = "'{name}': an object goes without size and list"
RESULT_IN_CONSUMED = "what {function} returns may lie in it: release, or no result"
CONSUMES_TWO = "a function consumes one of its arguments"
MAY_CONSUME_VIEW = (
    "'{function}' may take its reference: say consumes: true, or promises: [not consumed]"
)
MAY_CONSUME_STEP = (
    "'{function}' may put it to get the next: say consumes: true, or promises: [not consumed]"
)
GIVEN_BACK_TWICE = "{release} gives it back, too"
THE_CALLBACK = "the callback"
MAY_CONSUME_OTHER = (
    "'{function}' may take its reference: say promises: [not consumed] when it does not"
)
NOT_KEPT_OF_WHAT = "'not kept' goes with what has an address, and is not consumed"
MAY_KEEP = "'{word}' in '{function}': {what}: say promises: [not kept] when it does not"
MAY_FREE = "C may keep or free '{name}', which is the script's"
MAY_KEEP_ADDRESS = "C may keep the address of '{name}', which may go before"
ITERATES_NO_VIEW = "there is no argument '{name}' with view"
ITERATES_NOT_NULLABLE = "'{name}' is nil at first: nullable: true"
ITERATES_WITHOUT_END = "it ends with nil: returns: a view, nullable: true"
ITERATES_OTHER = "what it returns is no '{name}'"

# ---- stages ----

NOT_A_PARAMETER = "'{name}' is no parameter of {function}"
NO_VALUE_BEFORE_CALL = "'{name}' has no value before the call"
NO_VALUE_YET = "'{name}' has no value yet: {later}"
NUMBERS_IN_ORDER = "numbers and texts are read in their order"
CARRIED_AFTER_NUMBERS = "what is carried comes after numbers and texts, in its order"
MEMORY_AFTER_CARRIED = "views and buffers come after numbers, texts and what is carried"
LOOKUPS_LAST = "lookups come last, in their order, those under the lock after the others"
MAY_BE_NULL = "'{name}' may be NULL: {name} ? … : 0"
MAY_WRAP = "'{name}' may be so large that it wraps: give it max"
MAY_BE_NEGATIVE = "'{name}' may be less than 0: give it min and max"

# ---- formats of C ----

DOTS_WITHOUT_FORMAT = "what stands for the dots is told by a format: const char * before them"
FORMAT_NOT_LITERAL = "a format is a text in quotes: what it reads must be known"
FORMAT_READS = "the format reads {reads} arguments, and there are {given} for the dots"
FORMAT_DOES_NOT_READ = "'{shown}' does not read '{name}', a '{type}'"
WOULD_BE_FORMAT = "'{name}' would be a format: \"%s\" before it"

# ---- contexts ----

WAITER_SLEEPS = "who waits for '{name}' sleeps: context: sleepable"
MAY_SLEEP = "'{word}' may sleep: {advice}"
SAY_SLEEPABLE = "context: sleepable"
NOTHING_SLEEPS_HERE = "nothing sleeps in an atomic context"
FIELDS_ANYWHERE_FUNCTION = "fields are read anywhere: use a function"
FIELDS_ANYWHERE = "fields are read anywhere: "
OR_PROCESS = ", or context: process"
SOFTIRQS_ON = "'{word}' leaves soft interrupts on: {word}_bh, or context: process"
LOCK_LEAVES_SOFTIRQS_ON = "'{word}' leaves soft interrupts on: {why}{word}_bh{other}"
RCU_NOT_HELD = "'{word}' is for who holds rcu_read_lock(): name a lock that takes it"

# ---- callbacks ----

MANY_OF_CALLBACK = "a callback with {number} arguments: at most {most}"
THERE_ALREADY = "is there already"
RENAME_IT = "{why}: rename it"
NAME_OF_LOAN = "'{name}' is the name of a loan: rename one"
RENAME_ARGUMENT = "{why}: rename the argument"
KEYS_OF_ONE_SCRIPT = "goes without scripts: one: no host would read the keys"
CALLBACK_RESULT = "the result is declared by returns: write void"
PARAMETER_NOT_PLAIN = "'{type}' is not plain; describe the parameters in args"
NO_SUCH_LOAN = "lends does not name it{hint}"
NOT_PLAIN = "'{type}' is not plain"
CALL_ARGUMENT_EMPTY = "needs type, view or of"
VIEW_OF_NOTHING = "say where it lies: of (a loan), or type (a pointer to the struct)"
NO_VALUE_AT_ATTACH = "'{name}' has no value when a script attaches"
SAME_MEMBERS = "two members are called '{name}': name one with c"
NAME_MEMBER = "{why}: name the member with c"
NAMED_AS_CALLBACK = "is the name of the callback itself"
TEXT_WITH_DEFAULT = "a C string as default is not in the language"
KEY_TYPE = "'{type}' is neither an integer, bool, nor char[SIZE]"

# ---- results of callbacks ----

NOT_AN_INTEGER = "'{type}' is not an integer"
VERDICT_UNSAID = "say what the script returns: true and false, min and max, or enum"
BOUND_OF_LOAN = "'{name}' is a range of a loan, no value of C"
BOUND_OF_RESERVED = "rename the argument '{name}': the generated C uses that name"
BOUND_OF_UNKNOWN = "the callback has no argument '{name}' (did you mean '{meant}'?)"

# ---- writable fields ----

NO_SUCH_KEY = "there is no key '{name}' of attach{hint}"
KEY_WITHOUT_ENUM = "'{name}' has no enum that names all of its values"
NO_SUCH_VIEW = "no view in lent memory is called '{name}'{hint}"
VIEW_WITHOUT_VIEW = "{argument} has no view '{field}'{hint}"
NO_WIRE_FORMAT = "{view} is no wire format: its fields say access: rw themselves"
LAYOUT_WITHOUT_FIELD = "{layout} has no field '{name}'{hint}"
NO_SUCH_PLACE = "'{place}' is no {enum}{hint}"
READ_ONLY_BY_ITSELF = "is read-only in its own layout"
DECIDES_PLACES = "other fields lie by it: what was checked would no longer hold"
NOT_ONE_BY_ONE = "only integers and addresses are written one by one"
LIES_WHERE_OTHERS_SAY = "lies where others say"

# ---- fields of formats ----

FIELD_OF_ONE_FORM = "needs one of {forms}; it has {got}"
NONE_OF_FORMS = "none of them"
BOOLEAN_BITS = "a boolean has one bit"
BITS_OF_NO_INTEGER = "{name} is no unsigned integer, most significant byte first"
BITS_OF = "say how many bits, within the {bits} of {name}"
FOUND_BY_TOO_MANY = (
    "where it ends takes {calls} calls of functions, at most {most}: sizes that add up others "
    "want a record, or a view"
)
BITS_WRITTEN = "{name} is not written freely: access: ro"
BITS_UNREAD = "{name} is for writing alone"
BLOCK_MOVES = "goes with from and to of fields of the fixed part"
BOUNDS_NOTHING = "{name} says how many bytes, and bounds nothing: name it in a size, or drop unit"
NAME_WITH_SIZE = "a name ends where its last label says"
DISPLAY_BITS = "{display} is for values of {bits} bits or more"
ADDRESS_WITHOUT_DISPLAY = "an address needs display: ipv4, ipv6 or mac"
SIZE_OF_INTEGER = "{type} has its size in its name"
ARRAY_COUNT = "an array has a fixed count; a list can have a computed one"
COUNT_OF_SIZED = "goes with integers and addresses; {type} has a size"
WITHOUT_SIZE = "{type} needs a size"
NO_BYTES = "{value} bytes are none"
FIELD_WORD_OF_LUA = "'{name}' is a word of Lua: call it {name}_"
NOTHING_FOLLOWS = "nothing can follow '{name}', which goes to the end"
FIELD_ALREADY = "'{name}' is a field already"
OTHER_IN_EARLIER_CASE = "'{name}' has another place, type or size in an earlier case"
BEGINS_IN_BYTE = "begins in the middle of byte {number}"
ABSENT_BITS = "only whole bytes can be absent, not {bits} bits"
SPREAD = "its {bits} bits are spread over {size} bytes; at most 8 can be loaded"
ENDIAN_OF_BITS = "bit-fields are counted from the most significant bit"
LIST_ENDS_TWICE = "goes without count: a list ends in one way"
NONE_OF_THEM = "{value} is none"
BY_WITHOUT_ENUM = "'{by}' has no enum whose names could select a record"
TYPE_ALREADY = "'{name}' is the type that the record before says already"
TYPE_WITHOUT_ENUM = "needs an enum: the types that records have"
LIST_WITHOUT_FIRST = "the type of each '{name}' stands before it: a virtual list, with first"
KNOWN_TO_ITS_LIST = "the type of each '{name}' stands before it, which a list alone knows"
FIRST_OF_NO_CHAIN = "goes with records that have a field with previous, which '{name}' has not"
UNION_WITH_WHEN = "the cases say when"
UNION_WITHOUT_CASES = "a union needs cases"
UNION_IN_UNION = "a union in a union: make it a record, and the inner field a view"
CASE_ALREADY = "{value} has a case already"
CASE_ENDS_IN_BYTE = "end in the middle of byte {number}"
CASE_TOO_LARGE = "take {taken} bytes, the union has {size}"
LEAVES_64_BITS = "its value can leave the range of 64 bits"
NO_FIELD_BEFORE = "there is no field '{name}' before this{hint}"
NOT_UNSIGNED = "'{name}' is not an unsigned integer"
OPERAND_TOO_WIDE = "'{name}' has more than {most} bits"
NOT_IN_FIELD = "{value} does not fit in the {bits} bits of '{name}'"
FIELD_WITHOUT_VALUE = "'{name}' has no value '{value}'{hint}"
FIELD_WITHOUT_ENUM = "'{name}' has no enum"
RECORD_IN_ITSELF = "'{name}' contains this one, or has faults"
NO_SUCH_RECORD = "there is no record '{name}'{hint}"
RECORD_NAMED = "'{name}' is {why}"
BINDINGS_NAME = "the binding's own name"
A_WORD_OF_LUA = "a word of Lua"
FIELDS_END_IN_BYTE = "the fields end in the middle of a byte, after {bits} bits"
NO_STRUCT = "{where} names no C struct that it could be a member of"
THE_RECORD = "the record"
MEMBER_MOVES = "no member of C has a place or size that varies"
READ_ONLY = "a {kind} is read-only"

# ---- records, checksums ----

CHECKSUM_ALREADY = "'{name}' is the checksum already"
CHECKSUM_TYPE = "an Internet checksum is a big-endian u16"
NOT_IN_FIXED_PART = "'{name}' is not in the fixed part of every view"
CHECKSUM_WITHOUT_END = "say where the header ends: to: EXPRESSION"

# ---- virtual fields ----

VIRTUAL_OF_NOTHING = "needs from (an expression) or after (a field), or value"
NO_SUCH_CHAIN = "there is no virtual list '{name}' with first{hint}"
NO_SUCH_FIELD = "there is no field '{name}'{hint}"
VALUE_READ_ONLY = "what is computed is read-only"
VALUE_MOVES = "'{name}' is not at a fixed place of every view"
VALUE_NEGATIVE = "it can be negative, {least}"
