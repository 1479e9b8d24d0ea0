import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 2613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 5317:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

/***/ }),

/***/ 6982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 9278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 4589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 6698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 7540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 8474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 2467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 5881:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 1792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 6466:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/promises");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 3429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 5919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 6928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 2203:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("stream");

/***/ }),

/***/ 3193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 3557:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 7349:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Scalar = __nccwpck_require__(3301);
var YAMLMap = __nccwpck_require__(4454);
var YAMLSeq = __nccwpck_require__(2223);
var resolveBlockMap = __nccwpck_require__(7103);
var resolveBlockSeq = __nccwpck_require__(334);
var resolveFlowCollection = __nccwpck_require__(3142);

function resolveCollection(CN, ctx, token, onError, tagName, tag) {
    const coll = token.type === 'block-map'
        ? resolveBlockMap.resolveBlockMap(CN, ctx, token, onError, tag)
        : token.type === 'block-seq'
            ? resolveBlockSeq.resolveBlockSeq(CN, ctx, token, onError, tag)
            : resolveFlowCollection.resolveFlowCollection(CN, ctx, token, onError, tag);
    const Coll = coll.constructor;
    // If we got a tagName matching the class, or the tag name is '!',
    // then use the tagName from the node class used to create it.
    if (tagName === '!' || tagName === Coll.tagName) {
        coll.tag = Coll.tagName;
        return coll;
    }
    if (tagName)
        coll.tag = tagName;
    return coll;
}
function composeCollection(CN, ctx, token, props, onError) {
    const tagToken = props.tag;
    const tagName = !tagToken
        ? null
        : ctx.directives.tagName(tagToken.source, msg => onError(tagToken, 'TAG_RESOLVE_FAILED', msg));
    if (token.type === 'block-seq') {
        const { anchor, newlineAfterProp: nl } = props;
        const lastProp = anchor && tagToken
            ? anchor.offset > tagToken.offset
                ? anchor
                : tagToken
            : (anchor ?? tagToken);
        if (lastProp && (!nl || nl.offset < lastProp.offset)) {
            const message = 'Missing newline after block sequence props';
            onError(lastProp, 'MISSING_CHAR', message);
        }
    }
    const expType = token.type === 'block-map'
        ? 'map'
        : token.type === 'block-seq'
            ? 'seq'
            : token.start.source === '{'
                ? 'map'
                : 'seq';
    // shortcut: check if it's a generic YAMLMap or YAMLSeq
    // before jumping into the custom tag logic.
    if (!tagToken ||
        !tagName ||
        tagName === '!' ||
        (tagName === YAMLMap.YAMLMap.tagName && expType === 'map') ||
        (tagName === YAMLSeq.YAMLSeq.tagName && expType === 'seq')) {
        return resolveCollection(CN, ctx, token, onError, tagName);
    }
    let tag = ctx.schema.tags.find(t => t.tag === tagName && t.collection === expType);
    if (!tag) {
        const kt = ctx.schema.knownTags[tagName];
        if (kt?.collection === expType) {
            ctx.schema.tags.push(Object.assign({}, kt, { default: false }));
            tag = kt;
        }
        else {
            if (kt) {
                onError(tagToken, 'BAD_COLLECTION_TYPE', `${kt.tag} used for ${expType} collection, but expects ${kt.collection ?? 'scalar'}`, true);
            }
            else {
                onError(tagToken, 'TAG_RESOLVE_FAILED', `Unresolved tag: ${tagName}`, true);
            }
            return resolveCollection(CN, ctx, token, onError, tagName);
        }
    }
    const coll = resolveCollection(CN, ctx, token, onError, tagName, tag);
    const res = tag.resolve?.(coll, msg => onError(tagToken, 'TAG_RESOLVE_FAILED', msg), ctx.options) ?? coll;
    const node = identity.isNode(res)
        ? res
        : new Scalar.Scalar(res);
    node.range = coll.range;
    node.tag = tagName;
    if (tag?.format)
        node.format = tag.format;
    return node;
}

exports.composeCollection = composeCollection;


/***/ }),

/***/ 3683:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Document = __nccwpck_require__(3021);
var composeNode = __nccwpck_require__(5937);
var resolveEnd = __nccwpck_require__(7788);
var resolveProps = __nccwpck_require__(4631);

function composeDoc(options, directives, { offset, start, value, end }, onError) {
    const opts = Object.assign({ _directives: directives }, options);
    const doc = new Document.Document(undefined, opts);
    const ctx = {
        atKey: false,
        atRoot: true,
        directives: doc.directives,
        options: doc.options,
        schema: doc.schema
    };
    const props = resolveProps.resolveProps(start, {
        indicator: 'doc-start',
        next: value ?? end?.[0],
        offset,
        onError,
        parentIndent: 0,
        startOnNewline: true
    });
    if (props.found) {
        doc.directives.docStart = true;
        if (value &&
            (value.type === 'block-map' || value.type === 'block-seq') &&
            !props.hasNewline)
            onError(props.end, 'MISSING_CHAR', 'Block collection cannot start on same line with directives-end marker');
    }
    // @ts-expect-error If Contents is set, let's trust the user
    doc.contents = value
        ? composeNode.composeNode(ctx, value, props, onError)
        : composeNode.composeEmptyNode(ctx, props.end, start, null, props, onError);
    const contentEnd = doc.contents.range[2];
    const re = resolveEnd.resolveEnd(end, contentEnd, false, onError);
    if (re.comment)
        doc.comment = re.comment;
    doc.range = [offset, contentEnd, re.offset];
    return doc;
}

exports.composeDoc = composeDoc;


/***/ }),

/***/ 5937:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Alias = __nccwpck_require__(4065);
var identity = __nccwpck_require__(1127);
var composeCollection = __nccwpck_require__(7349);
var composeScalar = __nccwpck_require__(5413);
var resolveEnd = __nccwpck_require__(7788);
var utilEmptyScalarPosition = __nccwpck_require__(2599);

const CN = { composeNode, composeEmptyNode };
function composeNode(ctx, token, props, onError) {
    const atKey = ctx.atKey;
    const { spaceBefore, comment, anchor, tag } = props;
    let node;
    let isSrcToken = true;
    switch (token.type) {
        case 'alias':
            node = composeAlias(ctx, token, onError);
            if (anchor || tag)
                onError(token, 'ALIAS_PROPS', 'An alias node must not specify any properties');
            break;
        case 'scalar':
        case 'single-quoted-scalar':
        case 'double-quoted-scalar':
        case 'block-scalar':
            node = composeScalar.composeScalar(ctx, token, tag, onError);
            if (anchor)
                node.anchor = anchor.source.substring(1);
            break;
        case 'block-map':
        case 'block-seq':
        case 'flow-collection':
            try {
                node = composeCollection.composeCollection(CN, ctx, token, props, onError);
                if (anchor)
                    node.anchor = anchor.source.substring(1);
            }
            catch (error) {
                // Almost certainly here due to a stack overflow
                const message = error instanceof Error ? error.message : String(error);
                onError(token, 'RESOURCE_EXHAUSTION', message);
            }
            break;
        default: {
            const message = token.type === 'error'
                ? token.message
                : `Unsupported token (type: ${token.type})`;
            onError(token, 'UNEXPECTED_TOKEN', message);
            isSrcToken = false;
        }
    }
    node ?? (node = composeEmptyNode(ctx, token.offset, undefined, null, props, onError));
    if (anchor && node.anchor === '')
        onError(anchor, 'BAD_ALIAS', 'Anchor cannot be an empty string');
    if (atKey &&
        ctx.options.stringKeys &&
        (!identity.isScalar(node) ||
            typeof node.value !== 'string' ||
            (node.tag && node.tag !== 'tag:yaml.org,2002:str'))) {
        const msg = 'With stringKeys, all keys must be strings';
        onError(tag ?? token, 'NON_STRING_KEY', msg);
    }
    if (spaceBefore)
        node.spaceBefore = true;
    if (comment) {
        if (token.type === 'scalar' && token.source === '')
            node.comment = comment;
        else
            node.commentBefore = comment;
    }
    // @ts-expect-error Type checking misses meaning of isSrcToken
    if (ctx.options.keepSourceTokens && isSrcToken)
        node.srcToken = token;
    return node;
}
function composeEmptyNode(ctx, offset, before, pos, { spaceBefore, comment, anchor, tag, end }, onError) {
    const token = {
        type: 'scalar',
        offset: utilEmptyScalarPosition.emptyScalarPosition(offset, before, pos),
        indent: -1,
        source: ''
    };
    const node = composeScalar.composeScalar(ctx, token, tag, onError);
    if (anchor) {
        node.anchor = anchor.source.substring(1);
        if (node.anchor === '')
            onError(anchor, 'BAD_ALIAS', 'Anchor cannot be an empty string');
    }
    if (spaceBefore)
        node.spaceBefore = true;
    if (comment) {
        node.comment = comment;
        node.range[2] = end;
    }
    return node;
}
function composeAlias({ options }, { offset, source, end }, onError) {
    const alias = new Alias.Alias(source.substring(1));
    if (alias.source === '')
        onError(offset, 'BAD_ALIAS', 'Alias cannot be an empty string');
    if (alias.source.endsWith(':'))
        onError(offset + source.length - 1, 'BAD_ALIAS', 'Alias ending in : is ambiguous', true);
    const valueEnd = offset + source.length;
    const re = resolveEnd.resolveEnd(end, valueEnd, options.strict, onError);
    alias.range = [offset, valueEnd, re.offset];
    if (re.comment)
        alias.comment = re.comment;
    return alias;
}

exports.composeEmptyNode = composeEmptyNode;
exports.composeNode = composeNode;


/***/ }),

/***/ 5413:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Scalar = __nccwpck_require__(3301);
var resolveBlockScalar = __nccwpck_require__(8913);
var resolveFlowScalar = __nccwpck_require__(6842);

function composeScalar(ctx, token, tagToken, onError) {
    const { value, type, comment, range } = token.type === 'block-scalar'
        ? resolveBlockScalar.resolveBlockScalar(ctx, token, onError)
        : resolveFlowScalar.resolveFlowScalar(token, ctx.options.strict, onError);
    const tagName = tagToken
        ? ctx.directives.tagName(tagToken.source, msg => onError(tagToken, 'TAG_RESOLVE_FAILED', msg))
        : null;
    let tag;
    if (ctx.options.stringKeys && ctx.atKey) {
        tag = ctx.schema[identity.SCALAR];
    }
    else if (tagName)
        tag = findScalarTagByName(ctx.schema, value, tagName, tagToken, onError);
    else if (token.type === 'scalar')
        tag = findScalarTagByTest(ctx, value, token, onError);
    else
        tag = ctx.schema[identity.SCALAR];
    let scalar;
    try {
        const res = tag.resolve(value, msg => onError(tagToken ?? token, 'TAG_RESOLVE_FAILED', msg), ctx.options);
        scalar = identity.isScalar(res) ? res : new Scalar.Scalar(res);
    }
    catch (error) {
        const msg = error instanceof Error ? error.message : String(error);
        onError(tagToken ?? token, 'TAG_RESOLVE_FAILED', msg);
        scalar = new Scalar.Scalar(value);
    }
    scalar.range = range;
    scalar.source = value;
    if (type)
        scalar.type = type;
    if (tagName)
        scalar.tag = tagName;
    if (tag.format)
        scalar.format = tag.format;
    if (comment)
        scalar.comment = comment;
    return scalar;
}
function findScalarTagByName(schema, value, tagName, tagToken, onError) {
    if (tagName === '!')
        return schema[identity.SCALAR]; // non-specific tag
    const matchWithTest = [];
    for (const tag of schema.tags) {
        if (!tag.collection && tag.tag === tagName) {
            if (tag.default && tag.test)
                matchWithTest.push(tag);
            else
                return tag;
        }
    }
    for (const tag of matchWithTest)
        if (tag.test?.test(value))
            return tag;
    const kt = schema.knownTags[tagName];
    if (kt && !kt.collection) {
        // Ensure that the known tag is available for stringifying,
        // but does not get used by default.
        schema.tags.push(Object.assign({}, kt, { default: false, test: undefined }));
        return kt;
    }
    onError(tagToken, 'TAG_RESOLVE_FAILED', `Unresolved tag: ${tagName}`, tagName !== 'tag:yaml.org,2002:str');
    return schema[identity.SCALAR];
}
function findScalarTagByTest({ atKey, directives, schema }, value, token, onError) {
    const tag = schema.tags.find(tag => (tag.default === true || (atKey && tag.default === 'key')) &&
        tag.test?.test(value)) || schema[identity.SCALAR];
    if (schema.compat) {
        const compat = schema.compat.find(tag => tag.default && tag.test?.test(value)) ??
            schema[identity.SCALAR];
        if (tag.tag !== compat.tag) {
            const ts = directives.tagString(tag.tag);
            const cs = directives.tagString(compat.tag);
            const msg = `Value may be parsed as either ${ts} or ${cs}`;
            onError(token, 'TAG_RESOLVE_FAILED', msg, true);
        }
    }
    return tag;
}

exports.composeScalar = composeScalar;


/***/ }),

/***/ 9984:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var node_process = __nccwpck_require__(932);
var directives = __nccwpck_require__(1342);
var Document = __nccwpck_require__(3021);
var errors = __nccwpck_require__(1464);
var identity = __nccwpck_require__(1127);
var composeDoc = __nccwpck_require__(3683);
var resolveEnd = __nccwpck_require__(7788);

function getErrorPos(src) {
    if (typeof src === 'number')
        return [src, src + 1];
    if (Array.isArray(src))
        return src.length === 2 ? src : [src[0], src[1]];
    const { offset, source } = src;
    return [offset, offset + (typeof source === 'string' ? source.length : 1)];
}
function parsePrelude(prelude) {
    let comment = '';
    let atComment = false;
    let afterEmptyLine = false;
    for (let i = 0; i < prelude.length; ++i) {
        const source = prelude[i];
        switch (source[0]) {
            case '#':
                comment +=
                    (comment === '' ? '' : afterEmptyLine ? '\n\n' : '\n') +
                        (source.substring(1) || ' ');
                atComment = true;
                afterEmptyLine = false;
                break;
            case '%':
                if (prelude[i + 1]?.[0] !== '#')
                    i += 1;
                atComment = false;
                break;
            default:
                // This may be wrong after doc-end, but in that case it doesn't matter
                if (!atComment)
                    afterEmptyLine = true;
                atComment = false;
        }
    }
    return { comment, afterEmptyLine };
}
/**
 * Compose a stream of CST nodes into a stream of YAML Documents.
 *
 * ```ts
 * import { Composer, Parser } from 'yaml'
 *
 * const src: string = ...
 * const tokens = new Parser().parse(src)
 * const docs = new Composer().compose(tokens)
 * ```
 */
class Composer {
    constructor(options = {}) {
        this.doc = null;
        this.atDirectives = false;
        this.prelude = [];
        this.errors = [];
        this.warnings = [];
        this.onError = (source, code, message, warning) => {
            const pos = getErrorPos(source);
            if (warning)
                this.warnings.push(new errors.YAMLWarning(pos, code, message));
            else
                this.errors.push(new errors.YAMLParseError(pos, code, message));
        };
        // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
        this.directives = new directives.Directives({ version: options.version || '1.2' });
        this.options = options;
    }
    decorate(doc, afterDoc) {
        const { comment, afterEmptyLine } = parsePrelude(this.prelude);
        //console.log({ dc: doc.comment, prelude, comment })
        if (comment) {
            const dc = doc.contents;
            if (afterDoc) {
                doc.comment = doc.comment ? `${doc.comment}\n${comment}` : comment;
            }
            else if (afterEmptyLine || doc.directives.docStart || !dc) {
                doc.commentBefore = comment;
            }
            else if (identity.isCollection(dc) && !dc.flow && dc.items.length > 0) {
                let it = dc.items[0];
                if (identity.isPair(it))
                    it = it.key;
                const cb = it.commentBefore;
                it.commentBefore = cb ? `${comment}\n${cb}` : comment;
            }
            else {
                const cb = dc.commentBefore;
                dc.commentBefore = cb ? `${comment}\n${cb}` : comment;
            }
        }
        if (afterDoc) {
            for (let i = 0; i < this.errors.length; ++i)
                doc.errors.push(this.errors[i]);
            for (let i = 0; i < this.warnings.length; ++i)
                doc.warnings.push(this.warnings[i]);
        }
        else {
            doc.errors = this.errors;
            doc.warnings = this.warnings;
        }
        this.prelude = [];
        this.errors = [];
        this.warnings = [];
    }
    /**
     * Current stream status information.
     *
     * Mostly useful at the end of input for an empty stream.
     */
    streamInfo() {
        return {
            comment: parsePrelude(this.prelude).comment,
            directives: this.directives,
            errors: this.errors,
            warnings: this.warnings
        };
    }
    /**
     * Compose tokens into documents.
     *
     * @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
     * @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
     */
    *compose(tokens, forceDoc = false, endOffset = -1) {
        for (const token of tokens)
            yield* this.next(token);
        yield* this.end(forceDoc, endOffset);
    }
    /** Advance the composer by one CST token. */
    *next(token) {
        if (node_process.env.LOG_STREAM)
            console.dir(token, { depth: null });
        switch (token.type) {
            case 'directive':
                this.directives.add(token.source, (offset, message, warning) => {
                    const pos = getErrorPos(token);
                    pos[0] += offset;
                    this.onError(pos, 'BAD_DIRECTIVE', message, warning);
                });
                this.prelude.push(token.source);
                this.atDirectives = true;
                break;
            case 'document': {
                const doc = composeDoc.composeDoc(this.options, this.directives, token, this.onError);
                if (this.atDirectives && !doc.directives.docStart)
                    this.onError(token, 'MISSING_CHAR', 'Missing directives-end/doc-start indicator line');
                this.decorate(doc, false);
                if (this.doc)
                    yield this.doc;
                this.doc = doc;
                this.atDirectives = false;
                break;
            }
            case 'byte-order-mark':
            case 'space':
                break;
            case 'comment':
            case 'newline':
                this.prelude.push(token.source);
                break;
            case 'error': {
                const msg = token.source
                    ? `${token.message}: ${JSON.stringify(token.source)}`
                    : token.message;
                const error = new errors.YAMLParseError(getErrorPos(token), 'UNEXPECTED_TOKEN', msg);
                if (this.atDirectives || !this.doc)
                    this.errors.push(error);
                else
                    this.doc.errors.push(error);
                break;
            }
            case 'doc-end': {
                if (!this.doc) {
                    const msg = 'Unexpected doc-end without preceding document';
                    this.errors.push(new errors.YAMLParseError(getErrorPos(token), 'UNEXPECTED_TOKEN', msg));
                    break;
                }
                this.doc.directives.docEnd = true;
                const end = resolveEnd.resolveEnd(token.end, token.offset + token.source.length, this.doc.options.strict, this.onError);
                this.decorate(this.doc, true);
                if (end.comment) {
                    const dc = this.doc.comment;
                    this.doc.comment = dc ? `${dc}\n${end.comment}` : end.comment;
                }
                this.doc.range[2] = end.offset;
                break;
            }
            default:
                this.errors.push(new errors.YAMLParseError(getErrorPos(token), 'UNEXPECTED_TOKEN', `Unsupported token ${token.type}`));
        }
    }
    /**
     * Call at end of input to yield any remaining document.
     *
     * @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
     * @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
     */
    *end(forceDoc = false, endOffset = -1) {
        if (this.doc) {
            this.decorate(this.doc, true);
            yield this.doc;
            this.doc = null;
        }
        else if (forceDoc) {
            const opts = Object.assign({ _directives: this.directives }, this.options);
            const doc = new Document.Document(undefined, opts);
            if (this.atDirectives)
                this.onError(endOffset, 'MISSING_CHAR', 'Missing directives-end indicator line');
            doc.range = [0, endOffset, endOffset];
            this.decorate(doc, false);
            yield doc;
        }
    }
}

exports.Composer = Composer;


/***/ }),

/***/ 7103:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Pair = __nccwpck_require__(7165);
var YAMLMap = __nccwpck_require__(4454);
var resolveProps = __nccwpck_require__(4631);
var utilContainsNewline = __nccwpck_require__(9499);
var utilFlowIndentCheck = __nccwpck_require__(4051);
var utilMapIncludes = __nccwpck_require__(1187);

const startColMsg = 'All mapping items must start at the same column';
function resolveBlockMap({ composeNode, composeEmptyNode }, ctx, bm, onError, tag) {
    const NodeClass = tag?.nodeClass ?? YAMLMap.YAMLMap;
    const map = new NodeClass(ctx.schema);
    if (ctx.atRoot)
        ctx.atRoot = false;
    let offset = bm.offset;
    let commentEnd = null;
    for (const collItem of bm.items) {
        const { start, key, sep, value } = collItem;
        // key properties
        const keyProps = resolveProps.resolveProps(start, {
            indicator: 'explicit-key-ind',
            next: key ?? sep?.[0],
            offset,
            onError,
            parentIndent: bm.indent,
            startOnNewline: true
        });
        const implicitKey = !keyProps.found;
        if (implicitKey) {
            if (key) {
                if (key.type === 'block-seq')
                    onError(offset, 'BLOCK_AS_IMPLICIT_KEY', 'A block sequence may not be used as an implicit map key');
                else if ('indent' in key && key.indent !== bm.indent)
                    onError(offset, 'BAD_INDENT', startColMsg);
            }
            if (!keyProps.anchor && !keyProps.tag && !sep) {
                commentEnd = keyProps.end;
                if (keyProps.comment) {
                    if (map.comment)
                        map.comment += '\n' + keyProps.comment;
                    else
                        map.comment = keyProps.comment;
                }
                continue;
            }
            if (keyProps.newlineAfterProp || utilContainsNewline.containsNewline(key)) {
                onError(key ?? start[start.length - 1], 'MULTILINE_IMPLICIT_KEY', 'Implicit keys need to be on a single line');
            }
        }
        else if (keyProps.found?.indent !== bm.indent) {
            onError(offset, 'BAD_INDENT', startColMsg);
        }
        // key value
        ctx.atKey = true;
        const keyStart = keyProps.end;
        const keyNode = key
            ? composeNode(ctx, key, keyProps, onError)
            : composeEmptyNode(ctx, keyStart, start, null, keyProps, onError);
        if (ctx.schema.compat)
            utilFlowIndentCheck.flowIndentCheck(bm.indent, key, onError);
        ctx.atKey = false;
        if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode))
            onError(keyStart, 'DUPLICATE_KEY', 'Map keys must be unique');
        // value properties
        const valueProps = resolveProps.resolveProps(sep ?? [], {
            indicator: 'map-value-ind',
            next: value,
            offset: keyNode.range[2],
            onError,
            parentIndent: bm.indent,
            startOnNewline: !key || key.type === 'block-scalar'
        });
        offset = valueProps.end;
        if (valueProps.found) {
            if (implicitKey) {
                if (value?.type === 'block-map' && !valueProps.hasNewline)
                    onError(offset, 'BLOCK_AS_IMPLICIT_KEY', 'Nested mappings are not allowed in compact mappings');
                if (ctx.options.strict &&
                    keyProps.start < valueProps.found.offset - 1024)
                    onError(keyNode.range, 'KEY_OVER_1024_CHARS', 'The : indicator must be at most 1024 chars after the start of an implicit block mapping key');
            }
            // value value
            const valueNode = value
                ? composeNode(ctx, value, valueProps, onError)
                : composeEmptyNode(ctx, offset, sep, null, valueProps, onError);
            if (ctx.schema.compat)
                utilFlowIndentCheck.flowIndentCheck(bm.indent, value, onError);
            offset = valueNode.range[2];
            const pair = new Pair.Pair(keyNode, valueNode);
            if (ctx.options.keepSourceTokens)
                pair.srcToken = collItem;
            map.items.push(pair);
        }
        else {
            // key with no value
            if (implicitKey)
                onError(keyNode.range, 'MISSING_CHAR', 'Implicit map keys need to be followed by map values');
            if (valueProps.comment) {
                if (keyNode.comment)
                    keyNode.comment += '\n' + valueProps.comment;
                else
                    keyNode.comment = valueProps.comment;
            }
            const pair = new Pair.Pair(keyNode);
            if (ctx.options.keepSourceTokens)
                pair.srcToken = collItem;
            map.items.push(pair);
        }
    }
    if (commentEnd && commentEnd < offset)
        onError(commentEnd, 'IMPOSSIBLE', 'Map comment with trailing content');
    map.range = [bm.offset, offset, commentEnd ?? offset];
    return map;
}

exports.resolveBlockMap = resolveBlockMap;


/***/ }),

/***/ 8913:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);

function resolveBlockScalar(ctx, scalar, onError) {
    const start = scalar.offset;
    const header = parseBlockScalarHeader(scalar, ctx.options.strict, onError);
    if (!header)
        return { value: '', type: null, comment: '', range: [start, start, start] };
    const type = header.mode === '>' ? Scalar.Scalar.BLOCK_FOLDED : Scalar.Scalar.BLOCK_LITERAL;
    const lines = scalar.source ? splitLines(scalar.source) : [];
    // determine the end of content & start of chomping
    let chompStart = lines.length;
    for (let i = lines.length - 1; i >= 0; --i) {
        const content = lines[i][1];
        if (content === '' || content === '\r')
            chompStart = i;
        else
            break;
    }
    // shortcut for empty contents
    if (chompStart === 0) {
        const value = header.chomp === '+' && lines.length > 0
            ? '\n'.repeat(Math.max(1, lines.length - 1))
            : '';
        let end = start + header.length;
        if (scalar.source)
            end += scalar.source.length;
        return { value, type, comment: header.comment, range: [start, end, end] };
    }
    // find the indentation level to trim from start
    let trimIndent = scalar.indent + header.indent;
    let offset = scalar.offset + header.length;
    let contentStart = 0;
    for (let i = 0; i < chompStart; ++i) {
        const [indent, content] = lines[i];
        if (content === '' || content === '\r') {
            if (header.indent === 0 && indent.length > trimIndent)
                trimIndent = indent.length;
        }
        else {
            if (indent.length < trimIndent) {
                const message = 'Block scalars with more-indented leading empty lines must use an explicit indentation indicator';
                onError(offset + indent.length, 'MISSING_CHAR', message);
            }
            if (header.indent === 0)
                trimIndent = indent.length;
            contentStart = i;
            if (trimIndent === 0 && !ctx.atRoot) {
                const message = 'Block scalar values in collections must be indented';
                onError(offset, 'BAD_INDENT', message);
            }
            break;
        }
        offset += indent.length + content.length + 1;
    }
    // include trailing more-indented empty lines in content
    for (let i = lines.length - 1; i >= chompStart; --i) {
        if (lines[i][0].length > trimIndent)
            chompStart = i + 1;
    }
    let value = '';
    let sep = '';
    let prevMoreIndented = false;
    // leading whitespace is kept intact
    for (let i = 0; i < contentStart; ++i)
        value += lines[i][0].slice(trimIndent) + '\n';
    for (let i = contentStart; i < chompStart; ++i) {
        let [indent, content] = lines[i];
        offset += indent.length + content.length + 1;
        const crlf = content[content.length - 1] === '\r';
        if (crlf)
            content = content.slice(0, -1);
        /* istanbul ignore if already caught in lexer */
        if (content && indent.length < trimIndent) {
            const src = header.indent
                ? 'explicit indentation indicator'
                : 'first line';
            const message = `Block scalar lines must not be less indented than their ${src}`;
            onError(offset - content.length - (crlf ? 2 : 1), 'BAD_INDENT', message);
            indent = '';
        }
        if (type === Scalar.Scalar.BLOCK_LITERAL) {
            value += sep + indent.slice(trimIndent) + content;
            sep = '\n';
        }
        else if (indent.length > trimIndent || content[0] === '\t') {
            // more-indented content within a folded block
            if (sep === ' ')
                sep = '\n';
            else if (!prevMoreIndented && sep === '\n')
                sep = '\n\n';
            value += sep + indent.slice(trimIndent) + content;
            sep = '\n';
            prevMoreIndented = true;
        }
        else if (content === '') {
            // empty line
            if (sep === '\n')
                value += '\n';
            else
                sep = '\n';
        }
        else {
            value += sep + content;
            sep = ' ';
            prevMoreIndented = false;
        }
    }
    switch (header.chomp) {
        case '-':
            break;
        case '+':
            for (let i = chompStart; i < lines.length; ++i)
                value += '\n' + lines[i][0].slice(trimIndent);
            if (value[value.length - 1] !== '\n')
                value += '\n';
            break;
        default:
            value += '\n';
    }
    const end = start + header.length + scalar.source.length;
    return { value, type, comment: header.comment, range: [start, end, end] };
}
function parseBlockScalarHeader({ offset, props }, strict, onError) {
    /* istanbul ignore if should not happen */
    if (props[0].type !== 'block-scalar-header') {
        onError(props[0], 'IMPOSSIBLE', 'Block scalar header not found');
        return null;
    }
    const { source } = props[0];
    const mode = source[0];
    let indent = 0;
    let chomp = '';
    let error = -1;
    for (let i = 1; i < source.length; ++i) {
        const ch = source[i];
        if (!chomp && (ch === '-' || ch === '+'))
            chomp = ch;
        else {
            const n = Number(ch);
            if (!indent && n)
                indent = n;
            else if (error === -1)
                error = offset + i;
        }
    }
    if (error !== -1)
        onError(error, 'UNEXPECTED_TOKEN', `Block scalar header includes extra characters: ${source}`);
    let hasSpace = false;
    let comment = '';
    let length = source.length;
    for (let i = 1; i < props.length; ++i) {
        const token = props[i];
        switch (token.type) {
            case 'space':
                hasSpace = true;
            // fallthrough
            case 'newline':
                length += token.source.length;
                break;
            case 'comment':
                if (strict && !hasSpace) {
                    const message = 'Comments must be separated from other tokens by white space characters';
                    onError(token, 'MISSING_CHAR', message);
                }
                length += token.source.length;
                comment = token.source.substring(1);
                break;
            case 'error':
                onError(token, 'UNEXPECTED_TOKEN', token.message);
                length += token.source.length;
                break;
            /* istanbul ignore next should not happen */
            default: {
                const message = `Unexpected token in block scalar header: ${token.type}`;
                onError(token, 'UNEXPECTED_TOKEN', message);
                const ts = token.source;
                if (ts && typeof ts === 'string')
                    length += ts.length;
            }
        }
    }
    return { mode, indent, chomp, comment, length };
}
/** @returns Array of lines split up as `[indent, content]` */
function splitLines(source) {
    const split = source.split(/\n( *)/);
    const first = split[0];
    const m = first.match(/^( *)/);
    const line0 = m?.[1]
        ? [m[1], first.slice(m[1].length)]
        : ['', first];
    const lines = [line0];
    for (let i = 1; i < split.length; i += 2)
        lines.push([split[i], split[i + 1]]);
    return lines;
}

exports.resolveBlockScalar = resolveBlockScalar;


/***/ }),

/***/ 334:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var YAMLSeq = __nccwpck_require__(2223);
var resolveProps = __nccwpck_require__(4631);
var utilFlowIndentCheck = __nccwpck_require__(4051);

function resolveBlockSeq({ composeNode, composeEmptyNode }, ctx, bs, onError, tag) {
    const NodeClass = tag?.nodeClass ?? YAMLSeq.YAMLSeq;
    const seq = new NodeClass(ctx.schema);
    if (ctx.atRoot)
        ctx.atRoot = false;
    if (ctx.atKey)
        ctx.atKey = false;
    let offset = bs.offset;
    let commentEnd = null;
    for (const { start, value } of bs.items) {
        const props = resolveProps.resolveProps(start, {
            indicator: 'seq-item-ind',
            next: value,
            offset,
            onError,
            parentIndent: bs.indent,
            startOnNewline: true
        });
        if (!props.found) {
            if (props.anchor || props.tag || value) {
                if (value?.type === 'block-seq')
                    onError(props.end, 'BAD_INDENT', 'All sequence items must start at the same column');
                else
                    onError(offset, 'MISSING_CHAR', 'Sequence item without - indicator');
            }
            else {
                commentEnd = props.end;
                if (props.comment)
                    seq.comment = props.comment;
                continue;
            }
        }
        const node = value
            ? composeNode(ctx, value, props, onError)
            : composeEmptyNode(ctx, props.end, start, null, props, onError);
        if (ctx.schema.compat)
            utilFlowIndentCheck.flowIndentCheck(bs.indent, value, onError);
        offset = node.range[2];
        seq.items.push(node);
    }
    seq.range = [bs.offset, offset, commentEnd ?? offset];
    return seq;
}

exports.resolveBlockSeq = resolveBlockSeq;


/***/ }),

/***/ 7788:
/***/ ((__unused_webpack_module, exports) => {



function resolveEnd(end, offset, reqSpace, onError) {
    let comment = '';
    if (end) {
        let hasSpace = false;
        let sep = '';
        for (const token of end) {
            const { source, type } = token;
            switch (type) {
                case 'space':
                    hasSpace = true;
                    break;
                case 'comment': {
                    if (reqSpace && !hasSpace)
                        onError(token, 'MISSING_CHAR', 'Comments must be separated from other tokens by white space characters');
                    const cb = source.substring(1) || ' ';
                    if (!comment)
                        comment = cb;
                    else
                        comment += sep + cb;
                    sep = '';
                    break;
                }
                case 'newline':
                    if (comment)
                        sep += source;
                    hasSpace = true;
                    break;
                default:
                    onError(token, 'UNEXPECTED_TOKEN', `Unexpected ${type} at node end`);
            }
            offset += source.length;
        }
    }
    return { comment, offset };
}

exports.resolveEnd = resolveEnd;


/***/ }),

/***/ 3142:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Pair = __nccwpck_require__(7165);
var YAMLMap = __nccwpck_require__(4454);
var YAMLSeq = __nccwpck_require__(2223);
var resolveEnd = __nccwpck_require__(7788);
var resolveProps = __nccwpck_require__(4631);
var utilContainsNewline = __nccwpck_require__(9499);
var utilMapIncludes = __nccwpck_require__(1187);

const blockMsg = 'Block collections are not allowed within flow collections';
const isBlock = (token) => token && (token.type === 'block-map' || token.type === 'block-seq');
function resolveFlowCollection({ composeNode, composeEmptyNode }, ctx, fc, onError, tag) {
    const isMap = fc.start.source === '{';
    const fcName = isMap ? 'flow map' : 'flow sequence';
    const NodeClass = (tag?.nodeClass ?? (isMap ? YAMLMap.YAMLMap : YAMLSeq.YAMLSeq));
    const coll = new NodeClass(ctx.schema);
    coll.flow = true;
    const atRoot = ctx.atRoot;
    if (atRoot)
        ctx.atRoot = false;
    if (ctx.atKey)
        ctx.atKey = false;
    let offset = fc.offset + fc.start.source.length;
    for (let i = 0; i < fc.items.length; ++i) {
        const collItem = fc.items[i];
        const { start, key, sep, value } = collItem;
        const props = resolveProps.resolveProps(start, {
            flow: fcName,
            indicator: 'explicit-key-ind',
            next: key ?? sep?.[0],
            offset,
            onError,
            parentIndent: fc.indent,
            startOnNewline: false
        });
        if (!props.found) {
            if (!props.anchor && !props.tag && !sep && !value) {
                if (i === 0 && props.comma)
                    onError(props.comma, 'UNEXPECTED_TOKEN', `Unexpected , in ${fcName}`);
                else if (i < fc.items.length - 1)
                    onError(props.start, 'UNEXPECTED_TOKEN', `Unexpected empty item in ${fcName}`);
                if (props.comment) {
                    if (coll.comment)
                        coll.comment += '\n' + props.comment;
                    else
                        coll.comment = props.comment;
                }
                offset = props.end;
                continue;
            }
            if (!isMap && ctx.options.strict && utilContainsNewline.containsNewline(key))
                onError(key, // checked by containsNewline()
                'MULTILINE_IMPLICIT_KEY', 'Implicit keys of flow sequence pairs need to be on a single line');
        }
        if (i === 0) {
            if (props.comma)
                onError(props.comma, 'UNEXPECTED_TOKEN', `Unexpected , in ${fcName}`);
        }
        else {
            if (!props.comma)
                onError(props.start, 'MISSING_CHAR', `Missing , between ${fcName} items`);
            if (props.comment) {
                let prevItemComment = '';
                loop: for (const st of start) {
                    switch (st.type) {
                        case 'comma':
                        case 'space':
                            break;
                        case 'comment':
                            prevItemComment = st.source.substring(1);
                            break loop;
                        default:
                            break loop;
                    }
                }
                if (prevItemComment) {
                    let prev = coll.items[coll.items.length - 1];
                    if (identity.isPair(prev))
                        prev = prev.value ?? prev.key;
                    if (prev.comment)
                        prev.comment += '\n' + prevItemComment;
                    else
                        prev.comment = prevItemComment;
                    props.comment = props.comment.substring(prevItemComment.length + 1);
                }
            }
        }
        if (!isMap && !sep && !props.found) {
            // item is a value in a seq
            // → key & sep are empty, start does not include ? or :
            const valueNode = value
                ? composeNode(ctx, value, props, onError)
                : composeEmptyNode(ctx, props.end, sep, null, props, onError);
            coll.items.push(valueNode);
            offset = valueNode.range[2];
            if (isBlock(value))
                onError(valueNode.range, 'BLOCK_IN_FLOW', blockMsg);
        }
        else {
            // item is a key+value pair
            // key value
            ctx.atKey = true;
            const keyStart = props.end;
            const keyNode = key
                ? composeNode(ctx, key, props, onError)
                : composeEmptyNode(ctx, keyStart, start, null, props, onError);
            if (isBlock(key))
                onError(keyNode.range, 'BLOCK_IN_FLOW', blockMsg);
            ctx.atKey = false;
            // value properties
            const valueProps = resolveProps.resolveProps(sep ?? [], {
                flow: fcName,
                indicator: 'map-value-ind',
                next: value,
                offset: keyNode.range[2],
                onError,
                parentIndent: fc.indent,
                startOnNewline: false
            });
            if (valueProps.found) {
                if (!isMap && !props.found && ctx.options.strict) {
                    if (sep)
                        for (const st of sep) {
                            if (st === valueProps.found)
                                break;
                            if (st.type === 'newline') {
                                onError(st, 'MULTILINE_IMPLICIT_KEY', 'Implicit keys of flow sequence pairs need to be on a single line');
                                break;
                            }
                        }
                    if (props.start < valueProps.found.offset - 1024)
                        onError(valueProps.found, 'KEY_OVER_1024_CHARS', 'The : indicator must be at most 1024 chars after the start of an implicit flow sequence key');
                }
            }
            else if (value) {
                if ('source' in value && value.source?.[0] === ':')
                    onError(value, 'MISSING_CHAR', `Missing space after : in ${fcName}`);
                else
                    onError(valueProps.start, 'MISSING_CHAR', `Missing , or : between ${fcName} items`);
            }
            // value value
            const valueNode = value
                ? composeNode(ctx, value, valueProps, onError)
                : valueProps.found
                    ? composeEmptyNode(ctx, valueProps.end, sep, null, valueProps, onError)
                    : null;
            if (valueNode) {
                if (isBlock(value))
                    onError(valueNode.range, 'BLOCK_IN_FLOW', blockMsg);
            }
            else if (valueProps.comment) {
                if (keyNode.comment)
                    keyNode.comment += '\n' + valueProps.comment;
                else
                    keyNode.comment = valueProps.comment;
            }
            const pair = new Pair.Pair(keyNode, valueNode);
            if (ctx.options.keepSourceTokens)
                pair.srcToken = collItem;
            if (isMap) {
                const map = coll;
                if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode))
                    onError(keyStart, 'DUPLICATE_KEY', 'Map keys must be unique');
                map.items.push(pair);
            }
            else {
                const map = new YAMLMap.YAMLMap(ctx.schema);
                map.flow = true;
                map.items.push(pair);
                const endRange = (valueNode ?? keyNode).range;
                map.range = [keyNode.range[0], endRange[1], endRange[2]];
                coll.items.push(map);
            }
            offset = valueNode ? valueNode.range[2] : valueProps.end;
        }
    }
    const expectedEnd = isMap ? '}' : ']';
    const [ce, ...ee] = fc.end;
    let cePos = offset;
    if (ce?.source === expectedEnd)
        cePos = ce.offset + ce.source.length;
    else {
        const name = fcName[0].toUpperCase() + fcName.substring(1);
        const msg = atRoot
            ? `${name} must end with a ${expectedEnd}`
            : `${name} in block collection must be sufficiently indented and end with a ${expectedEnd}`;
        onError(offset, atRoot ? 'MISSING_CHAR' : 'BAD_INDENT', msg);
        if (ce && ce.source.length !== 1)
            ee.unshift(ce);
    }
    if (ee.length > 0) {
        const end = resolveEnd.resolveEnd(ee, cePos, ctx.options.strict, onError);
        if (end.comment) {
            if (coll.comment)
                coll.comment += '\n' + end.comment;
            else
                coll.comment = end.comment;
        }
        coll.range = [fc.offset, cePos, end.offset];
    }
    else {
        coll.range = [fc.offset, cePos, cePos];
    }
    return coll;
}

exports.resolveFlowCollection = resolveFlowCollection;


/***/ }),

/***/ 6842:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);
var resolveEnd = __nccwpck_require__(7788);

function resolveFlowScalar(scalar, strict, onError) {
    const { offset, type, source, end } = scalar;
    let _type;
    let value;
    const _onError = (rel, code, msg) => onError(offset + rel, code, msg);
    switch (type) {
        case 'scalar':
            _type = Scalar.Scalar.PLAIN;
            value = plainValue(source, _onError);
            break;
        case 'single-quoted-scalar':
            _type = Scalar.Scalar.QUOTE_SINGLE;
            value = singleQuotedValue(source, _onError);
            break;
        case 'double-quoted-scalar':
            _type = Scalar.Scalar.QUOTE_DOUBLE;
            value = doubleQuotedValue(source, _onError);
            break;
        /* istanbul ignore next should not happen */
        default:
            onError(scalar, 'UNEXPECTED_TOKEN', `Expected a flow scalar value, but found: ${type}`);
            return {
                value: '',
                type: null,
                comment: '',
                range: [offset, offset + source.length, offset + source.length]
            };
    }
    const valueEnd = offset + source.length;
    const re = resolveEnd.resolveEnd(end, valueEnd, strict, onError);
    return {
        value,
        type: _type,
        comment: re.comment,
        range: [offset, valueEnd, re.offset]
    };
}
function plainValue(source, onError) {
    let badChar = '';
    switch (source[0]) {
        /* istanbul ignore next should not happen */
        case '\t':
            badChar = 'a tab character';
            break;
        case ',':
            badChar = 'flow indicator character ,';
            break;
        case '%':
            badChar = 'directive indicator character %';
            break;
        case '|':
        case '>': {
            badChar = `block scalar indicator ${source[0]}`;
            break;
        }
        case '@':
        case '`': {
            badChar = `reserved character ${source[0]}`;
            break;
        }
    }
    if (badChar)
        onError(0, 'BAD_SCALAR_START', `Plain value cannot start with ${badChar}`);
    return unfoldLines(source);
}
function singleQuotedValue(source, onError) {
    if (source[source.length - 1] !== "'" || source.length === 1)
        onError(source.length, 'MISSING_CHAR', "Missing closing 'quote");
    return unfoldLines(source.slice(1, -1)).replace(/''/g, "'");
}
function unfoldLines(source) {
    const line = /(.*?)\r?\n/sy;
    let match = line.exec(source);
    if (!match)
        return source;
    /**
     * The negative lookbehinds in these RegExps are to
     * prevent causing a polynomial search time in certain cases.
     *
     * The try-catch is for Safari < 16.4 and other old browsers:
     * https://caniuse.com/js-regexp-lookbehind
     */
    let trimEnd, trimBoth;
    try {
        trimEnd = new RegExp('(?<![ \t])[ \t]+$');
        trimBoth = new RegExp('^[ \t]+|(?<![ \t])[ \t]+$', 'g');
    }
    catch {
        trimEnd = /[ \t]+$/;
        trimBoth = /^[ \t]+|[ \t]+$/g;
    }
    let res = match[1].replace(trimEnd, '');
    let sep = ' ';
    let pos = line.lastIndex;
    while ((match = line.exec(source))) {
        const lm = match[1].replace(trimBoth, '');
        if (lm === '') {
            if (sep === '\n')
                res += sep;
            else
                sep = '\n';
        }
        else {
            res += sep + lm;
            sep = ' ';
        }
        pos = line.lastIndex;
    }
    const last = /[ \t]*(.*)/sy;
    last.lastIndex = pos;
    match = last.exec(source);
    return res + sep + (match?.[1] ?? '');
}
function doubleQuotedValue(source, onError) {
    let res = '';
    for (let i = 1; i < source.length - 1; ++i) {
        const ch = source[i];
        if (ch === '\r' && source[i + 1] === '\n')
            continue;
        if (ch === '\n') {
            const { fold, offset } = foldNewline(source, i);
            res += fold;
            i = offset;
        }
        else if (ch === '\\') {
            let next = source[++i];
            const cc = escapeCodes[next];
            if (cc)
                res += cc;
            else if (next === '\n') {
                // skip escaped newlines, but still trim the following line
                next = source[i + 1];
                while (next === ' ' || next === '\t')
                    next = source[++i + 1];
            }
            else if (next === '\r' && source[i + 1] === '\n') {
                // skip escaped CRLF newlines, but still trim the following line
                next = source[++i + 1];
                while (next === ' ' || next === '\t')
                    next = source[++i + 1];
            }
            else if (next === 'x' || next === 'u' || next === 'U') {
                const length = next === 'x' ? 2 : next === 'u' ? 4 : 8;
                res += parseCharCode(source, i + 1, length, onError);
                i += length;
            }
            else {
                const raw = source.substr(i - 1, 2);
                onError(i - 1, 'BAD_DQ_ESCAPE', `Invalid escape sequence ${raw}`);
                res += raw;
            }
        }
        else if (ch === ' ' || ch === '\t') {
            // trim trailing whitespace
            const wsStart = i;
            let next = source[i + 1];
            while (next === ' ' || next === '\t')
                next = source[++i + 1];
            if (next !== '\n' && !(next === '\r' && source[i + 2] === '\n'))
                res += i > wsStart ? source.slice(wsStart, i + 1) : ch;
        }
        else {
            res += ch;
        }
    }
    if (source[source.length - 1] !== '"' || source.length === 1)
        onError(source.length, 'MISSING_CHAR', 'Missing closing "quote');
    return res;
}
/**
 * Fold a single newline into a space, multiple newlines to N - 1 newlines.
 * Presumes `source[offset] === '\n'`
 */
function foldNewline(source, offset) {
    let fold = '';
    let ch = source[offset + 1];
    while (ch === ' ' || ch === '\t' || ch === '\n' || ch === '\r') {
        if (ch === '\r' && source[offset + 2] !== '\n')
            break;
        if (ch === '\n')
            fold += '\n';
        offset += 1;
        ch = source[offset + 1];
    }
    if (!fold)
        fold = ' ';
    return { fold, offset };
}
const escapeCodes = {
    '0': '\0', // null character
    a: '\x07', // bell character
    b: '\b', // backspace
    e: '\x1b', // escape character
    f: '\f', // form feed
    n: '\n', // line feed
    r: '\r', // carriage return
    t: '\t', // horizontal tab
    v: '\v', // vertical tab
    N: '\u0085', // Unicode next line
    _: '\u00a0', // Unicode non-breaking space
    L: '\u2028', // Unicode line separator
    P: '\u2029', // Unicode paragraph separator
    ' ': ' ',
    '"': '"',
    '/': '/',
    '\\': '\\',
    '\t': '\t'
};
function parseCharCode(source, offset, length, onError) {
    const cc = source.substr(offset, length);
    const ok = cc.length === length && /^[0-9a-fA-F]+$/.test(cc);
    const code = ok ? parseInt(cc, 16) : NaN;
    try {
        return String.fromCodePoint(code);
    }
    catch {
        const raw = source.substr(offset - 2, length + 2);
        onError(offset - 2, 'BAD_DQ_ESCAPE', `Invalid escape sequence ${raw}`);
        return raw;
    }
}

exports.resolveFlowScalar = resolveFlowScalar;


/***/ }),

/***/ 4631:
/***/ ((__unused_webpack_module, exports) => {



function resolveProps(tokens, { flow, indicator, next, offset, onError, parentIndent, startOnNewline }) {
    let spaceBefore = false;
    let atNewline = startOnNewline;
    let hasSpace = startOnNewline;
    let comment = '';
    let commentSep = '';
    let hasNewline = false;
    let reqSpace = false;
    let tab = null;
    let anchor = null;
    let tag = null;
    let newlineAfterProp = null;
    let comma = null;
    let found = null;
    let start = null;
    for (const token of tokens) {
        if (reqSpace) {
            if (token.type !== 'space' &&
                token.type !== 'newline' &&
                token.type !== 'comma')
                onError(token.offset, 'MISSING_CHAR', 'Tags and anchors must be separated from the next token by white space');
            reqSpace = false;
        }
        if (tab) {
            if (atNewline && token.type !== 'comment' && token.type !== 'newline') {
                onError(tab, 'TAB_AS_INDENT', 'Tabs are not allowed as indentation');
            }
            tab = null;
        }
        switch (token.type) {
            case 'space':
                // At the doc level, tabs at line start may be parsed
                // as leading white space rather than indentation.
                // In a flow collection, only the parser handles indent.
                if (!flow &&
                    (indicator !== 'doc-start' || next?.type !== 'flow-collection') &&
                    token.source.includes('\t')) {
                    tab = token;
                }
                hasSpace = true;
                break;
            case 'comment': {
                if (!hasSpace)
                    onError(token, 'MISSING_CHAR', 'Comments must be separated from other tokens by white space characters');
                const cb = token.source.substring(1) || ' ';
                if (!comment)
                    comment = cb;
                else
                    comment += commentSep + cb;
                commentSep = '';
                atNewline = false;
                break;
            }
            case 'newline':
                if (atNewline) {
                    if (comment)
                        comment += token.source;
                    else if (!found || indicator !== 'seq-item-ind')
                        spaceBefore = true;
                }
                else
                    commentSep += token.source;
                atNewline = true;
                hasNewline = true;
                if (anchor || tag)
                    newlineAfterProp = token;
                hasSpace = true;
                break;
            case 'anchor':
                if (anchor)
                    onError(token, 'MULTIPLE_ANCHORS', 'A node can have at most one anchor');
                if (token.source.endsWith(':'))
                    onError(token.offset + token.source.length - 1, 'BAD_ALIAS', 'Anchor ending in : is ambiguous', true);
                anchor = token;
                start ?? (start = token.offset);
                atNewline = false;
                hasSpace = false;
                reqSpace = true;
                break;
            case 'tag': {
                if (tag)
                    onError(token, 'MULTIPLE_TAGS', 'A node can have at most one tag');
                tag = token;
                start ?? (start = token.offset);
                atNewline = false;
                hasSpace = false;
                reqSpace = true;
                break;
            }
            case indicator:
                // Could here handle preceding comments differently
                if (anchor || tag)
                    onError(token, 'BAD_PROP_ORDER', `Anchors and tags must be after the ${token.source} indicator`);
                if (found)
                    onError(token, 'UNEXPECTED_TOKEN', `Unexpected ${token.source} in ${flow ?? 'collection'}`);
                found = token;
                atNewline =
                    indicator === 'seq-item-ind' || indicator === 'explicit-key-ind';
                hasSpace = false;
                break;
            case 'comma':
                if (flow) {
                    if (comma)
                        onError(token, 'UNEXPECTED_TOKEN', `Unexpected , in ${flow}`);
                    comma = token;
                    atNewline = false;
                    hasSpace = false;
                    break;
                }
            // else fallthrough
            default:
                onError(token, 'UNEXPECTED_TOKEN', `Unexpected ${token.type} token`);
                atNewline = false;
                hasSpace = false;
        }
    }
    const last = tokens[tokens.length - 1];
    const end = last ? last.offset + last.source.length : offset;
    if (reqSpace &&
        next &&
        next.type !== 'space' &&
        next.type !== 'newline' &&
        next.type !== 'comma' &&
        (next.type !== 'scalar' || next.source !== '')) {
        onError(next.offset, 'MISSING_CHAR', 'Tags and anchors must be separated from the next token by white space');
    }
    if (tab &&
        ((atNewline && tab.indent <= parentIndent) ||
            next?.type === 'block-map' ||
            next?.type === 'block-seq'))
        onError(tab, 'TAB_AS_INDENT', 'Tabs are not allowed as indentation');
    return {
        comma,
        found,
        spaceBefore,
        comment,
        hasNewline,
        anchor,
        tag,
        newlineAfterProp,
        end,
        start: start ?? end
    };
}

exports.resolveProps = resolveProps;


/***/ }),

/***/ 9499:
/***/ ((__unused_webpack_module, exports) => {



function containsNewline(key) {
    if (!key)
        return null;
    switch (key.type) {
        case 'alias':
        case 'scalar':
        case 'double-quoted-scalar':
        case 'single-quoted-scalar':
            if (key.source.includes('\n'))
                return true;
            if (key.end)
                for (const st of key.end)
                    if (st.type === 'newline')
                        return true;
            return false;
        case 'flow-collection':
            for (const it of key.items) {
                for (const st of it.start)
                    if (st.type === 'newline')
                        return true;
                if (it.sep)
                    for (const st of it.sep)
                        if (st.type === 'newline')
                            return true;
                if (containsNewline(it.key) || containsNewline(it.value))
                    return true;
            }
            return false;
        default:
            return true;
    }
}

exports.containsNewline = containsNewline;


/***/ }),

/***/ 2599:
/***/ ((__unused_webpack_module, exports) => {



function emptyScalarPosition(offset, before, pos) {
    if (before) {
        pos ?? (pos = before.length);
        for (let i = pos - 1; i >= 0; --i) {
            let st = before[i];
            switch (st.type) {
                case 'space':
                case 'comment':
                case 'newline':
                    offset -= st.source.length;
                    continue;
            }
            // Technically, an empty scalar is immediately after the last non-empty
            // node, but it's more useful to place it after any whitespace.
            st = before[++i];
            while (st?.type === 'space') {
                offset += st.source.length;
                st = before[++i];
            }
            break;
        }
    }
    return offset;
}

exports.emptyScalarPosition = emptyScalarPosition;


/***/ }),

/***/ 4051:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var utilContainsNewline = __nccwpck_require__(9499);

function flowIndentCheck(indent, fc, onError) {
    if (fc?.type === 'flow-collection') {
        const end = fc.end[0];
        if (end.indent === indent &&
            (end.source === ']' || end.source === '}') &&
            utilContainsNewline.containsNewline(fc)) {
            const msg = 'Flow end indicator should be more indented than parent';
            onError(end, 'BAD_INDENT', msg, true);
        }
    }
}

exports.flowIndentCheck = flowIndentCheck;


/***/ }),

/***/ 1187:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);

function mapIncludes(ctx, items, search) {
    const { uniqueKeys } = ctx.options;
    if (uniqueKeys === false)
        return false;
    const isEqual = typeof uniqueKeys === 'function'
        ? uniqueKeys
        : (a, b) => a === b || (identity.isScalar(a) && identity.isScalar(b) && a.value === b.value);
    return items.some(pair => isEqual(pair.key, search));
}

exports.mapIncludes = mapIncludes;


/***/ }),

/***/ 3021:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Alias = __nccwpck_require__(4065);
var Collection = __nccwpck_require__(101);
var identity = __nccwpck_require__(1127);
var Pair = __nccwpck_require__(7165);
var toJS = __nccwpck_require__(4043);
var Schema = __nccwpck_require__(5840);
var stringifyDocument = __nccwpck_require__(6829);
var anchors = __nccwpck_require__(1596);
var applyReviver = __nccwpck_require__(3661);
var createNode = __nccwpck_require__(2404);
var directives = __nccwpck_require__(1342);

class Document {
    constructor(value, replacer, options) {
        /** A comment before this Document */
        this.commentBefore = null;
        /** A comment immediately after this Document */
        this.comment = null;
        /** Errors encountered during parsing. */
        this.errors = [];
        /** Warnings encountered during parsing. */
        this.warnings = [];
        Object.defineProperty(this, identity.NODE_TYPE, { value: identity.DOC });
        let _replacer = null;
        if (typeof replacer === 'function' || Array.isArray(replacer)) {
            _replacer = replacer;
        }
        else if (options === undefined && replacer) {
            options = replacer;
            replacer = undefined;
        }
        const opt = Object.assign({
            intAsBigInt: false,
            keepSourceTokens: false,
            logLevel: 'warn',
            prettyErrors: true,
            strict: true,
            stringKeys: false,
            uniqueKeys: true,
            version: '1.2'
        }, options);
        this.options = opt;
        let { version } = opt;
        if (options?._directives) {
            this.directives = options._directives.atDocument();
            if (this.directives.yaml.explicit)
                version = this.directives.yaml.version;
        }
        else
            this.directives = new directives.Directives({ version });
        this.setSchema(version, options);
        // @ts-expect-error We can't really know that this matches Contents.
        this.contents =
            value === undefined ? null : this.createNode(value, _replacer, options);
    }
    /**
     * Create a deep copy of this Document and its contents.
     *
     * Custom Node values that inherit from `Object` still refer to their original instances.
     */
    clone() {
        const copy = Object.create(Document.prototype, {
            [identity.NODE_TYPE]: { value: identity.DOC }
        });
        copy.commentBefore = this.commentBefore;
        copy.comment = this.comment;
        copy.errors = this.errors.slice();
        copy.warnings = this.warnings.slice();
        copy.options = Object.assign({}, this.options);
        if (this.directives)
            copy.directives = this.directives.clone();
        copy.schema = this.schema.clone();
        // @ts-expect-error We can't really know that this matches Contents.
        copy.contents = identity.isNode(this.contents)
            ? this.contents.clone(copy.schema)
            : this.contents;
        if (this.range)
            copy.range = this.range.slice();
        return copy;
    }
    /** Adds a value to the document. */
    add(value) {
        if (assertCollection(this.contents))
            this.contents.add(value);
    }
    /** Adds a value to the document. */
    addIn(path, value) {
        if (assertCollection(this.contents))
            this.contents.addIn(path, value);
    }
    /**
     * Create a new `Alias` node, ensuring that the target `node` has the required anchor.
     *
     * If `node` already has an anchor, `name` is ignored.
     * Otherwise, the `node.anchor` value will be set to `name`,
     * or if an anchor with that name is already present in the document,
     * `name` will be used as a prefix for a new unique anchor.
     * If `name` is undefined, the generated anchor will use 'a' as a prefix.
     */
    createAlias(node, name) {
        if (!node.anchor) {
            const prev = anchors.anchorNames(this);
            node.anchor =
                // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
                !name || prev.has(name) ? anchors.findNewAnchor(name || 'a', prev) : name;
        }
        return new Alias.Alias(node.anchor);
    }
    createNode(value, replacer, options) {
        let _replacer = undefined;
        if (typeof replacer === 'function') {
            value = replacer.call({ '': value }, '', value);
            _replacer = replacer;
        }
        else if (Array.isArray(replacer)) {
            const keyToStr = (v) => typeof v === 'number' || v instanceof String || v instanceof Number;
            const asStr = replacer.filter(keyToStr).map(String);
            if (asStr.length > 0)
                replacer = replacer.concat(asStr);
            _replacer = replacer;
        }
        else if (options === undefined && replacer) {
            options = replacer;
            replacer = undefined;
        }
        const { aliasDuplicateObjects, anchorPrefix, flow, keepUndefined, onTagObj, tag } = options ?? {};
        const { onAnchor, setAnchors, sourceObjects } = anchors.createNodeAnchors(this, 
        // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
        anchorPrefix || 'a');
        const ctx = {
            aliasDuplicateObjects: aliasDuplicateObjects ?? true,
            keepUndefined: keepUndefined ?? false,
            onAnchor,
            onTagObj,
            replacer: _replacer,
            schema: this.schema,
            sourceObjects
        };
        const node = createNode.createNode(value, tag, ctx);
        if (flow && identity.isCollection(node))
            node.flow = true;
        setAnchors();
        return node;
    }
    /**
     * Convert a key and a value into a `Pair` using the current schema,
     * recursively wrapping all values as `Scalar` or `Collection` nodes.
     */
    createPair(key, value, options = {}) {
        const k = this.createNode(key, null, options);
        const v = this.createNode(value, null, options);
        return new Pair.Pair(k, v);
    }
    /**
     * Removes a value from the document.
     * @returns `true` if the item was found and removed.
     */
    delete(key) {
        return assertCollection(this.contents) ? this.contents.delete(key) : false;
    }
    /**
     * Removes a value from the document.
     * @returns `true` if the item was found and removed.
     */
    deleteIn(path) {
        if (Collection.isEmptyPath(path)) {
            if (this.contents == null)
                return false;
            // @ts-expect-error Presumed impossible if Strict extends false
            this.contents = null;
            return true;
        }
        return assertCollection(this.contents)
            ? this.contents.deleteIn(path)
            : false;
    }
    /**
     * Returns item at `key`, or `undefined` if not found. By default unwraps
     * scalar values from their surrounding node; to disable set `keepScalar` to
     * `true` (collections are always returned intact).
     */
    get(key, keepScalar) {
        return identity.isCollection(this.contents)
            ? this.contents.get(key, keepScalar)
            : undefined;
    }
    /**
     * Returns item at `path`, or `undefined` if not found. By default unwraps
     * scalar values from their surrounding node; to disable set `keepScalar` to
     * `true` (collections are always returned intact).
     */
    getIn(path, keepScalar) {
        if (Collection.isEmptyPath(path))
            return !keepScalar && identity.isScalar(this.contents)
                ? this.contents.value
                : this.contents;
        return identity.isCollection(this.contents)
            ? this.contents.getIn(path, keepScalar)
            : undefined;
    }
    /**
     * Checks if the document includes a value with the key `key`.
     */
    has(key) {
        return identity.isCollection(this.contents) ? this.contents.has(key) : false;
    }
    /**
     * Checks if the document includes a value at `path`.
     */
    hasIn(path) {
        if (Collection.isEmptyPath(path))
            return this.contents !== undefined;
        return identity.isCollection(this.contents) ? this.contents.hasIn(path) : false;
    }
    /**
     * Sets a value in this document. For `!!set`, `value` needs to be a
     * boolean to add/remove the item from the set.
     */
    set(key, value) {
        if (this.contents == null) {
            // @ts-expect-error We can't really know that this matches Contents.
            this.contents = Collection.collectionFromPath(this.schema, [key], value);
        }
        else if (assertCollection(this.contents)) {
            this.contents.set(key, value);
        }
    }
    /**
     * Sets a value in this document. For `!!set`, `value` needs to be a
     * boolean to add/remove the item from the set.
     */
    setIn(path, value) {
        if (Collection.isEmptyPath(path)) {
            // @ts-expect-error We can't really know that this matches Contents.
            this.contents = value;
        }
        else if (this.contents == null) {
            // @ts-expect-error We can't really know that this matches Contents.
            this.contents = Collection.collectionFromPath(this.schema, Array.from(path), value);
        }
        else if (assertCollection(this.contents)) {
            this.contents.setIn(path, value);
        }
    }
    /**
     * Change the YAML version and schema used by the document.
     * A `null` version disables support for directives, explicit tags, anchors, and aliases.
     * It also requires the `schema` option to be given as a `Schema` instance value.
     *
     * Overrides all previously set schema options.
     */
    setSchema(version, options = {}) {
        if (typeof version === 'number')
            version = String(version);
        let opt;
        switch (version) {
            case '1.1':
                if (this.directives)
                    this.directives.yaml.version = '1.1';
                else
                    this.directives = new directives.Directives({ version: '1.1' });
                opt = { resolveKnownTags: false, schema: 'yaml-1.1' };
                break;
            case '1.2':
            case 'next':
                if (this.directives)
                    this.directives.yaml.version = version;
                else
                    this.directives = new directives.Directives({ version });
                opt = { resolveKnownTags: true, schema: 'core' };
                break;
            case null:
                if (this.directives)
                    delete this.directives;
                opt = null;
                break;
            default: {
                const sv = JSON.stringify(version);
                throw new Error(`Expected '1.1', '1.2' or null as first argument, but found: ${sv}`);
            }
        }
        // Not using `instanceof Schema` to allow for duck typing
        if (options.schema instanceof Object)
            this.schema = options.schema;
        else if (opt)
            this.schema = new Schema.Schema(Object.assign(opt, options));
        else
            throw new Error(`With a null YAML version, the { schema: Schema } option is required`);
    }
    // json & jsonArg are only used from toJSON()
    toJS({ json, jsonArg, mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
        const ctx = {
            anchors: new Map(),
            doc: this,
            keep: !json,
            mapAsMap: mapAsMap === true,
            mapKeyWarned: false,
            maxAliasCount: typeof maxAliasCount === 'number' ? maxAliasCount : 100
        };
        const res = toJS.toJS(this.contents, jsonArg ?? '', ctx);
        if (typeof onAnchor === 'function')
            for (const { count, res } of ctx.anchors.values())
                onAnchor(res, count);
        return typeof reviver === 'function'
            ? applyReviver.applyReviver(reviver, { '': res }, '', res)
            : res;
    }
    /**
     * A JSON representation of the document `contents`.
     *
     * @param jsonArg Used by `JSON.stringify` to indicate the array index or
     *   property name.
     */
    toJSON(jsonArg, onAnchor) {
        return this.toJS({ json: true, jsonArg, mapAsMap: false, onAnchor });
    }
    /** A YAML representation of the document. */
    toString(options = {}) {
        if (this.errors.length > 0)
            throw new Error('Document with errors cannot be stringified');
        if ('indent' in options &&
            (!Number.isInteger(options.indent) || Number(options.indent) <= 0)) {
            const s = JSON.stringify(options.indent);
            throw new Error(`"indent" option must be a positive integer, not ${s}`);
        }
        return stringifyDocument.stringifyDocument(this, options);
    }
}
function assertCollection(contents) {
    if (identity.isCollection(contents))
        return true;
    throw new Error('Expected a YAML collection as document contents');
}

exports.Document = Document;


/***/ }),

/***/ 1596:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var visit = __nccwpck_require__(204);

/**
 * Verify that the input string is a valid anchor.
 *
 * Will throw on errors.
 */
function anchorIsValid(anchor) {
    if (/[\x00-\x19\s,[\]{}]/.test(anchor)) {
        const sa = JSON.stringify(anchor);
        const msg = `Anchor must not contain whitespace or control characters: ${sa}`;
        throw new Error(msg);
    }
    return true;
}
function anchorNames(root) {
    const anchors = new Set();
    visit.visit(root, {
        Value(_key, node) {
            if (node.anchor)
                anchors.add(node.anchor);
        }
    });
    return anchors;
}
/** Find a new anchor name with the given `prefix` and a one-indexed suffix. */
function findNewAnchor(prefix, exclude) {
    for (let i = 1; true; ++i) {
        const name = `${prefix}${i}`;
        if (!exclude.has(name))
            return name;
    }
}
function createNodeAnchors(doc, prefix) {
    const aliasObjects = [];
    const sourceObjects = new Map();
    let prevAnchors = null;
    return {
        onAnchor: (source) => {
            aliasObjects.push(source);
            prevAnchors ?? (prevAnchors = anchorNames(doc));
            const anchor = findNewAnchor(prefix, prevAnchors);
            prevAnchors.add(anchor);
            return anchor;
        },
        /**
         * With circular references, the source node is only resolved after all
         * of its child nodes are. This is why anchors are set only after all of
         * the nodes have been created.
         */
        setAnchors: () => {
            for (const source of aliasObjects) {
                const ref = sourceObjects.get(source);
                if (typeof ref === 'object' &&
                    ref.anchor &&
                    (identity.isScalar(ref.node) || identity.isCollection(ref.node))) {
                    ref.node.anchor = ref.anchor;
                }
                else {
                    const error = new Error('Failed to resolve repeated object (this should not happen)');
                    error.source = source;
                    throw error;
                }
            }
        },
        sourceObjects
    };
}

exports.anchorIsValid = anchorIsValid;
exports.anchorNames = anchorNames;
exports.createNodeAnchors = createNodeAnchors;
exports.findNewAnchor = findNewAnchor;


/***/ }),

/***/ 3661:
/***/ ((__unused_webpack_module, exports) => {



/**
 * Applies the JSON.parse reviver algorithm as defined in the ECMA-262 spec,
 * in section 24.5.1.1 "Runtime Semantics: InternalizeJSONProperty" of the
 * 2021 edition: https://tc39.es/ecma262/#sec-json.parse
 *
 * Includes extensions for handling Map and Set objects.
 */
function applyReviver(reviver, obj, key, val) {
    if (val && typeof val === 'object') {
        if (Array.isArray(val)) {
            for (let i = 0, len = val.length; i < len; ++i) {
                const v0 = val[i];
                const v1 = applyReviver(reviver, val, String(i), v0);
                // eslint-disable-next-line @typescript-eslint/no-array-delete
                if (v1 === undefined)
                    delete val[i];
                else if (v1 !== v0)
                    val[i] = v1;
            }
        }
        else if (val instanceof Map) {
            for (const k of Array.from(val.keys())) {
                const v0 = val.get(k);
                const v1 = applyReviver(reviver, val, k, v0);
                if (v1 === undefined)
                    val.delete(k);
                else if (v1 !== v0)
                    val.set(k, v1);
            }
        }
        else if (val instanceof Set) {
            for (const v0 of Array.from(val)) {
                const v1 = applyReviver(reviver, val, v0, v0);
                if (v1 === undefined)
                    val.delete(v0);
                else if (v1 !== v0) {
                    val.delete(v0);
                    val.add(v1);
                }
            }
        }
        else {
            for (const [k, v0] of Object.entries(val)) {
                const v1 = applyReviver(reviver, val, k, v0);
                if (v1 === undefined)
                    delete val[k];
                else if (v1 !== v0)
                    val[k] = v1;
            }
        }
    }
    return reviver.call(obj, key, val);
}

exports.applyReviver = applyReviver;


/***/ }),

/***/ 2404:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Alias = __nccwpck_require__(4065);
var identity = __nccwpck_require__(1127);
var Scalar = __nccwpck_require__(3301);

const defaultTagPrefix = 'tag:yaml.org,2002:';
function findTagObject(value, tagName, tags) {
    if (tagName) {
        const match = tags.filter(t => t.tag === tagName);
        const tagObj = match.find(t => !t.format) ?? match[0];
        if (!tagObj)
            throw new Error(`Tag ${tagName} not found`);
        return tagObj;
    }
    return tags.find(t => t.identify?.(value) && !t.format);
}
function createNode(value, tagName, ctx) {
    if (identity.isDocument(value))
        value = value.contents;
    if (identity.isNode(value))
        return value;
    if (identity.isPair(value)) {
        const map = ctx.schema[identity.MAP].createNode?.(ctx.schema, null, ctx);
        map.items.push(value);
        return map;
    }
    if (value instanceof String ||
        value instanceof Number ||
        value instanceof Boolean ||
        (typeof BigInt !== 'undefined' && value instanceof BigInt) // not supported everywhere
    ) {
        // https://tc39.es/ecma262/#sec-serializejsonproperty
        value = value.valueOf();
    }
    const { aliasDuplicateObjects, onAnchor, onTagObj, schema, sourceObjects } = ctx;
    // Detect duplicate references to the same object & use Alias nodes for all
    // after first. The `ref` wrapper allows for circular references to resolve.
    let ref = undefined;
    if (aliasDuplicateObjects && value && typeof value === 'object') {
        ref = sourceObjects.get(value);
        if (ref) {
            ref.anchor ?? (ref.anchor = onAnchor(value));
            return new Alias.Alias(ref.anchor);
        }
        else {
            ref = { anchor: null, node: null };
            sourceObjects.set(value, ref);
        }
    }
    if (tagName?.startsWith('!!'))
        tagName = defaultTagPrefix + tagName.slice(2);
    let tagObj = findTagObject(value, tagName, schema.tags);
    if (!tagObj) {
        if (value && typeof value.toJSON === 'function') {
            // eslint-disable-next-line @typescript-eslint/no-unsafe-call
            value = value.toJSON();
        }
        if (!value || typeof value !== 'object') {
            const node = new Scalar.Scalar(value);
            if (ref)
                ref.node = node;
            return node;
        }
        tagObj =
            value instanceof Map
                ? schema[identity.MAP]
                : Symbol.iterator in Object(value)
                    ? schema[identity.SEQ]
                    : schema[identity.MAP];
    }
    if (onTagObj) {
        onTagObj(tagObj);
        delete ctx.onTagObj;
    }
    const node = tagObj?.createNode
        ? tagObj.createNode(ctx.schema, value, ctx)
        : typeof tagObj?.nodeClass?.from === 'function'
            ? tagObj.nodeClass.from(ctx.schema, value, ctx)
            : new Scalar.Scalar(value);
    if (tagName)
        node.tag = tagName;
    else if (!tagObj.default)
        node.tag = tagObj.tag;
    if (ref)
        ref.node = node;
    return node;
}

exports.createNode = createNode;


/***/ }),

/***/ 1342:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var visit = __nccwpck_require__(204);

const escapeChars = {
    '!': '%21',
    ',': '%2C',
    '[': '%5B',
    ']': '%5D',
    '{': '%7B',
    '}': '%7D'
};
const escapeTagName = (tn) => tn.replace(/[!,[\]{}]/g, ch => escapeChars[ch]);
class Directives {
    constructor(yaml, tags) {
        /**
         * The directives-end/doc-start marker `---`. If `null`, a marker may still be
         * included in the document's stringified representation.
         */
        this.docStart = null;
        /** The doc-end marker `...`.  */
        this.docEnd = false;
        this.yaml = Object.assign({}, Directives.defaultYaml, yaml);
        this.tags = Object.assign({}, Directives.defaultTags, tags);
    }
    clone() {
        const copy = new Directives(this.yaml, this.tags);
        copy.docStart = this.docStart;
        return copy;
    }
    /**
     * During parsing, get a Directives instance for the current document and
     * update the stream state according to the current version's spec.
     */
    atDocument() {
        const res = new Directives(this.yaml, this.tags);
        switch (this.yaml.version) {
            case '1.1':
                this.atNextDocument = true;
                break;
            case '1.2':
                this.atNextDocument = false;
                this.yaml = {
                    explicit: Directives.defaultYaml.explicit,
                    version: '1.2'
                };
                this.tags = Object.assign({}, Directives.defaultTags);
                break;
        }
        return res;
    }
    /**
     * @param onError - May be called even if the action was successful
     * @returns `true` on success
     */
    add(line, onError) {
        if (this.atNextDocument) {
            this.yaml = { explicit: Directives.defaultYaml.explicit, version: '1.1' };
            this.tags = Object.assign({}, Directives.defaultTags);
            this.atNextDocument = false;
        }
        const parts = line.trim().split(/[ \t]+/);
        const name = parts.shift();
        switch (name) {
            case '%TAG': {
                if (parts.length !== 2) {
                    onError(0, '%TAG directive should contain exactly two parts');
                    if (parts.length < 2)
                        return false;
                }
                const [handle, prefix] = parts;
                this.tags[handle] = prefix;
                return true;
            }
            case '%YAML': {
                this.yaml.explicit = true;
                if (parts.length !== 1) {
                    onError(0, '%YAML directive should contain exactly one part');
                    return false;
                }
                const [version] = parts;
                if (version === '1.1' || version === '1.2') {
                    this.yaml.version = version;
                    return true;
                }
                else {
                    const isValid = /^\d+\.\d+$/.test(version);
                    onError(6, `Unsupported YAML version ${version}`, isValid);
                    return false;
                }
            }
            default:
                onError(0, `Unknown directive ${name}`, true);
                return false;
        }
    }
    /**
     * Resolves a tag, matching handles to those defined in %TAG directives.
     *
     * @returns Resolved tag, which may also be the non-specific tag `'!'` or a
     *   `'!local'` tag, or `null` if unresolvable.
     */
    tagName(source, onError) {
        if (source === '!')
            return '!'; // non-specific tag
        if (source[0] !== '!') {
            onError(`Not a valid tag: ${source}`);
            return null;
        }
        if (source[1] === '<') {
            const verbatim = source.slice(2, -1);
            if (verbatim === '!' || verbatim === '!!') {
                onError(`Verbatim tags aren't resolved, so ${source} is invalid.`);
                return null;
            }
            if (source[source.length - 1] !== '>')
                onError('Verbatim tags must end with a >');
            return verbatim;
        }
        const [, handle, suffix] = source.match(/^(.*!)([^!]*)$/s);
        if (!suffix)
            onError(`The ${source} tag has no suffix`);
        const prefix = this.tags[handle];
        if (prefix) {
            try {
                return prefix + decodeURIComponent(suffix);
            }
            catch (error) {
                onError(String(error));
                return null;
            }
        }
        if (handle === '!')
            return source; // local tag
        onError(`Could not resolve tag: ${source}`);
        return null;
    }
    /**
     * Given a fully resolved tag, returns its printable string form,
     * taking into account current tag prefixes and defaults.
     */
    tagString(tag) {
        for (const [handle, prefix] of Object.entries(this.tags)) {
            if (tag.startsWith(prefix))
                return handle + escapeTagName(tag.substring(prefix.length));
        }
        return tag[0] === '!' ? tag : `!<${tag}>`;
    }
    toString(doc) {
        const lines = this.yaml.explicit
            ? [`%YAML ${this.yaml.version || '1.2'}`]
            : [];
        const tagEntries = Object.entries(this.tags);
        let tagNames;
        if (doc && tagEntries.length > 0 && identity.isNode(doc.contents)) {
            const tags = {};
            visit.visit(doc.contents, (_key, node) => {
                if (identity.isNode(node) && node.tag)
                    tags[node.tag] = true;
            });
            tagNames = Object.keys(tags);
        }
        else
            tagNames = [];
        for (const [handle, prefix] of tagEntries) {
            if (handle === '!!' && prefix === 'tag:yaml.org,2002:')
                continue;
            if (!doc || tagNames.some(tn => tn.startsWith(prefix)))
                lines.push(`%TAG ${handle} ${prefix}`);
        }
        return lines.join('\n');
    }
}
Directives.defaultYaml = { explicit: false, version: '1.2' };
Directives.defaultTags = { '!!': 'tag:yaml.org,2002:' };

exports.Directives = Directives;


/***/ }),

/***/ 1464:
/***/ ((__unused_webpack_module, exports) => {



class YAMLError extends Error {
    constructor(name, pos, code, message) {
        super();
        this.name = name;
        this.code = code;
        this.message = message;
        this.pos = pos;
    }
}
class YAMLParseError extends YAMLError {
    constructor(pos, code, message) {
        super('YAMLParseError', pos, code, message);
    }
}
class YAMLWarning extends YAMLError {
    constructor(pos, code, message) {
        super('YAMLWarning', pos, code, message);
    }
}
const prettifyError = (src, lc) => (error) => {
    if (error.pos[0] === -1)
        return;
    error.linePos = error.pos.map(pos => lc.linePos(pos));
    const { line, col } = error.linePos[0];
    error.message += ` at line ${line}, column ${col}`;
    let ci = col - 1;
    let lineStr = src
        .substring(lc.lineStarts[line - 1], lc.lineStarts[line])
        .replace(/[\n\r]+$/, '');
    // Trim to max 80 chars, keeping col position near the middle
    if (ci >= 60 && lineStr.length > 80) {
        const trimStart = Math.min(ci - 39, lineStr.length - 79);
        lineStr = '…' + lineStr.substring(trimStart);
        ci -= trimStart - 1;
    }
    if (lineStr.length > 80)
        lineStr = lineStr.substring(0, 79) + '…';
    // Include previous line in context if pointing at line start
    if (line > 1 && /^ *$/.test(lineStr.substring(0, ci))) {
        // Regexp won't match if start is trimmed
        let prev = src.substring(lc.lineStarts[line - 2], lc.lineStarts[line - 1]);
        if (prev.length > 80)
            prev = prev.substring(0, 79) + '…\n';
        lineStr = prev + lineStr;
    }
    if (/[^ ]/.test(lineStr)) {
        let count = 1;
        const end = error.linePos[1];
        if (end?.line === line && end.col > col) {
            count = Math.max(1, Math.min(end.col - col, 80 - ci));
        }
        const pointer = ' '.repeat(ci) + '^'.repeat(count);
        error.message += `:\n\n${lineStr}\n${pointer}\n`;
    }
};

exports.YAMLError = YAMLError;
exports.YAMLParseError = YAMLParseError;
exports.YAMLWarning = YAMLWarning;
exports.prettifyError = prettifyError;


/***/ }),

/***/ 8815:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

var __webpack_unused_export__;


var composer = __nccwpck_require__(9984);
var Document = __nccwpck_require__(3021);
var Schema = __nccwpck_require__(5840);
var errors = __nccwpck_require__(1464);
var Alias = __nccwpck_require__(4065);
var identity = __nccwpck_require__(1127);
var Pair = __nccwpck_require__(7165);
var Scalar = __nccwpck_require__(3301);
var YAMLMap = __nccwpck_require__(4454);
var YAMLSeq = __nccwpck_require__(2223);
var cst = __nccwpck_require__(3461);
var lexer = __nccwpck_require__(361);
var lineCounter = __nccwpck_require__(6628);
var parser = __nccwpck_require__(3456);
var publicApi = __nccwpck_require__(4047);
var visit = __nccwpck_require__(204);



__webpack_unused_export__ = composer.Composer;
__webpack_unused_export__ = Document.Document;
__webpack_unused_export__ = Schema.Schema;
__webpack_unused_export__ = errors.YAMLError;
__webpack_unused_export__ = errors.YAMLParseError;
__webpack_unused_export__ = errors.YAMLWarning;
__webpack_unused_export__ = Alias.Alias;
exports.Vj = identity.isAlias;
__webpack_unused_export__ = identity.isCollection;
__webpack_unused_export__ = identity.isDocument;
exports.jh = identity.isMap;
__webpack_unused_export__ = identity.isNode;
exports.tO = identity.isPair;
exports.jn = identity.isScalar;
exports.oP = identity.isSeq;
__webpack_unused_export__ = Pair.Pair;
__webpack_unused_export__ = Scalar.Scalar;
__webpack_unused_export__ = YAMLMap.YAMLMap;
__webpack_unused_export__ = YAMLSeq.YAMLSeq;
__webpack_unused_export__ = cst;
exports.JG = lexer.Lexer;
__webpack_unused_export__ = lineCounter.LineCounter;
__webpack_unused_export__ = parser.Parser;
exports.parse = publicApi.parse;
exports.hR = publicApi.parseAllDocuments;
__webpack_unused_export__ = publicApi.parseDocument;
__webpack_unused_export__ = publicApi.stringify;
exports.YR = visit.visit;
__webpack_unused_export__ = visit.visitAsync;


/***/ }),

/***/ 7249:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var node_process = __nccwpck_require__(932);

function debug(logLevel, ...messages) {
    if (logLevel === 'debug')
        console.log(...messages);
}
function warn(logLevel, warning) {
    if (logLevel === 'debug' || logLevel === 'warn') {
        if (typeof node_process.emitWarning === 'function')
            node_process.emitWarning(warning);
        else
            console.warn(warning);
    }
}

exports.debug = debug;
exports.warn = warn;


/***/ }),

/***/ 4065:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var anchors = __nccwpck_require__(1596);
var visit = __nccwpck_require__(204);
var identity = __nccwpck_require__(1127);
var Node = __nccwpck_require__(6673);
var toJS = __nccwpck_require__(4043);

class Alias extends Node.NodeBase {
    constructor(source) {
        super(identity.ALIAS);
        this.source = source;
        Object.defineProperty(this, 'tag', {
            set() {
                throw new Error('Alias nodes cannot have tags');
            }
        });
    }
    /**
     * Resolve the value of this alias within `doc`, finding the last
     * instance of the `source` anchor before this node.
     */
    resolve(doc, ctx) {
        if (ctx?.maxAliasCount === 0)
            throw new ReferenceError('Alias resolution is disabled');
        let nodes;
        if (ctx?.aliasResolveCache) {
            nodes = ctx.aliasResolveCache;
        }
        else {
            nodes = [];
            visit.visit(doc, {
                Node: (_key, node) => {
                    if (identity.isAlias(node) || identity.hasAnchor(node))
                        nodes.push(node);
                }
            });
            if (ctx)
                ctx.aliasResolveCache = nodes;
        }
        let found = undefined;
        for (const node of nodes) {
            if (node === this)
                break;
            if (node.anchor === this.source)
                found = node;
        }
        if (found && ctx) {
            const { anchors, doc, maxAliasCount } = ctx;
            let data = anchors.get(found);
            if (!data) {
                // Resolve anchors for Node.prototype.toJS()
                toJS.toJS(found, null, ctx);
                data = anchors.get(found);
            }
            /* istanbul ignore if */
            if (data?.res === undefined) {
                const msg = 'This should not happen: Alias anchor was not resolved?';
                throw new ReferenceError(msg);
            }
            if (maxAliasCount >= 0) {
                data.count += 1;
                if (data.aliasCount === 0)
                    data.aliasCount = getAliasCount(doc, found, anchors);
                if (data.count * data.aliasCount > maxAliasCount) {
                    const msg = 'Excessive alias count indicates a resource exhaustion attack';
                    throw new ReferenceError(msg);
                }
            }
        }
        return found;
    }
    toJSON(_arg, ctx) {
        if (!ctx)
            return { source: this.source };
        const source = this.resolve(ctx.doc, ctx);
        if (!source) {
            const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
            throw new ReferenceError(msg);
        }
        return ctx.anchors.get(source).res;
    }
    toString(ctx, _onComment, _onChompKeep) {
        const src = `*${this.source}`;
        if (ctx) {
            anchors.anchorIsValid(this.source);
            if (ctx.options.verifyAliasOrder && !ctx.anchors.has(this.source)) {
                const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
                throw new Error(msg);
            }
            if (ctx.implicitKey)
                return `${src} `;
        }
        return src;
    }
}
function getAliasCount(doc, node, anchors) {
    if (identity.isAlias(node)) {
        const source = node.resolve(doc);
        const anchor = anchors && source && anchors.get(source);
        return anchor ? anchor.count * anchor.aliasCount : 0;
    }
    else if (identity.isCollection(node)) {
        let count = 0;
        for (const item of node.items) {
            const c = getAliasCount(doc, item, anchors);
            if (c > count)
                count = c;
        }
        return count;
    }
    else if (identity.isPair(node)) {
        const kc = getAliasCount(doc, node.key, anchors);
        const vc = getAliasCount(doc, node.value, anchors);
        return Math.max(kc, vc);
    }
    return 1;
}

exports.Alias = Alias;


/***/ }),

/***/ 101:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var createNode = __nccwpck_require__(2404);
var identity = __nccwpck_require__(1127);
var Node = __nccwpck_require__(6673);

function collectionFromPath(schema, path, value) {
    let v = value;
    for (let i = path.length - 1; i >= 0; --i) {
        const k = path[i];
        if (typeof k === 'number' && Number.isInteger(k) && k >= 0) {
            const a = [];
            a[k] = v;
            v = a;
        }
        else {
            v = new Map([[k, v]]);
        }
    }
    return createNode.createNode(v, undefined, {
        aliasDuplicateObjects: false,
        keepUndefined: false,
        onAnchor: () => {
            throw new Error('This should not happen, please report a bug.');
        },
        schema,
        sourceObjects: new Map()
    });
}
// Type guard is intentionally a little wrong so as to be more useful,
// as it does not cover untypable empty non-string iterables (e.g. []).
const isEmptyPath = (path) => path == null ||
    (typeof path === 'object' && !!path[Symbol.iterator]().next().done);
class Collection extends Node.NodeBase {
    constructor(type, schema) {
        super(type);
        Object.defineProperty(this, 'schema', {
            value: schema,
            configurable: true,
            enumerable: false,
            writable: true
        });
    }
    /**
     * Create a copy of this collection.
     *
     * @param schema - If defined, overwrites the original's schema
     */
    clone(schema) {
        const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
        if (schema)
            copy.schema = schema;
        copy.items = copy.items.map(it => identity.isNode(it) || identity.isPair(it) ? it.clone(schema) : it);
        if (this.range)
            copy.range = this.range.slice();
        return copy;
    }
    /**
     * Adds a value to the collection. For `!!map` and `!!omap` the value must
     * be a Pair instance or a `{ key, value }` object, which may not have a key
     * that already exists in the map.
     */
    addIn(path, value) {
        if (isEmptyPath(path))
            this.add(value);
        else {
            const [key, ...rest] = path;
            const node = this.get(key, true);
            if (identity.isCollection(node))
                node.addIn(rest, value);
            else if (node === undefined && this.schema)
                this.set(key, collectionFromPath(this.schema, rest, value));
            else
                throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
        }
    }
    /**
     * Removes a value from the collection.
     * @returns `true` if the item was found and removed.
     */
    deleteIn(path) {
        const [key, ...rest] = path;
        if (rest.length === 0)
            return this.delete(key);
        const node = this.get(key, true);
        if (identity.isCollection(node))
            return node.deleteIn(rest);
        else
            throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
    }
    /**
     * Returns item at `key`, or `undefined` if not found. By default unwraps
     * scalar values from their surrounding node; to disable set `keepScalar` to
     * `true` (collections are always returned intact).
     */
    getIn(path, keepScalar) {
        const [key, ...rest] = path;
        const node = this.get(key, true);
        if (rest.length === 0)
            return !keepScalar && identity.isScalar(node) ? node.value : node;
        else
            return identity.isCollection(node) ? node.getIn(rest, keepScalar) : undefined;
    }
    hasAllNullValues(allowScalar) {
        return this.items.every(node => {
            if (!identity.isPair(node))
                return false;
            const n = node.value;
            return (n == null ||
                (allowScalar &&
                    identity.isScalar(n) &&
                    n.value == null &&
                    !n.commentBefore &&
                    !n.comment &&
                    !n.tag));
        });
    }
    /**
     * Checks if the collection includes a value with the key `key`.
     */
    hasIn(path) {
        const [key, ...rest] = path;
        if (rest.length === 0)
            return this.has(key);
        const node = this.get(key, true);
        return identity.isCollection(node) ? node.hasIn(rest) : false;
    }
    /**
     * Sets a value in this collection. For `!!set`, `value` needs to be a
     * boolean to add/remove the item from the set.
     */
    setIn(path, value) {
        const [key, ...rest] = path;
        if (rest.length === 0) {
            this.set(key, value);
        }
        else {
            const node = this.get(key, true);
            if (identity.isCollection(node))
                node.setIn(rest, value);
            else if (node === undefined && this.schema)
                this.set(key, collectionFromPath(this.schema, rest, value));
            else
                throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
        }
    }
}

exports.Collection = Collection;
exports.collectionFromPath = collectionFromPath;
exports.isEmptyPath = isEmptyPath;


/***/ }),

/***/ 6673:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var applyReviver = __nccwpck_require__(3661);
var identity = __nccwpck_require__(1127);
var toJS = __nccwpck_require__(4043);

class NodeBase {
    constructor(type) {
        Object.defineProperty(this, identity.NODE_TYPE, { value: type });
    }
    /** Create a copy of this node.  */
    clone() {
        const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
        if (this.range)
            copy.range = this.range.slice();
        return copy;
    }
    /** A plain JavaScript representation of this node. */
    toJS(doc, { mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
        if (!identity.isDocument(doc))
            throw new TypeError('A document argument is required');
        const ctx = {
            anchors: new Map(),
            doc,
            keep: true,
            mapAsMap: mapAsMap === true,
            mapKeyWarned: false,
            maxAliasCount: typeof maxAliasCount === 'number' ? maxAliasCount : 100
        };
        const res = toJS.toJS(this, '', ctx);
        if (typeof onAnchor === 'function')
            for (const { count, res } of ctx.anchors.values())
                onAnchor(res, count);
        return typeof reviver === 'function'
            ? applyReviver.applyReviver(reviver, { '': res }, '', res)
            : res;
    }
}

exports.NodeBase = NodeBase;


/***/ }),

/***/ 7165:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var createNode = __nccwpck_require__(2404);
var stringifyPair = __nccwpck_require__(9748);
var addPairToJSMap = __nccwpck_require__(7104);
var identity = __nccwpck_require__(1127);

function createPair(key, value, ctx) {
    const k = createNode.createNode(key, undefined, ctx);
    const v = createNode.createNode(value, undefined, ctx);
    return new Pair(k, v);
}
class Pair {
    constructor(key, value = null) {
        Object.defineProperty(this, identity.NODE_TYPE, { value: identity.PAIR });
        this.key = key;
        this.value = value;
    }
    clone(schema) {
        let { key, value } = this;
        if (identity.isNode(key))
            key = key.clone(schema);
        if (identity.isNode(value))
            value = value.clone(schema);
        return new Pair(key, value);
    }
    toJSON(_, ctx) {
        const pair = ctx?.mapAsMap ? new Map() : {};
        return addPairToJSMap.addPairToJSMap(ctx, pair, this);
    }
    toString(ctx, onComment, onChompKeep) {
        return ctx?.doc
            ? stringifyPair.stringifyPair(this, ctx, onComment, onChompKeep)
            : JSON.stringify(this);
    }
}

exports.Pair = Pair;
exports.createPair = createPair;


/***/ }),

/***/ 3301:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Node = __nccwpck_require__(6673);
var toJS = __nccwpck_require__(4043);

const isScalarValue = (value) => !value || (typeof value !== 'function' && typeof value !== 'object');
class Scalar extends Node.NodeBase {
    constructor(value) {
        super(identity.SCALAR);
        this.value = value;
    }
    toJSON(arg, ctx) {
        return ctx?.keep ? this.value : toJS.toJS(this.value, arg, ctx);
    }
    toString() {
        return String(this.value);
    }
}
Scalar.BLOCK_FOLDED = 'BLOCK_FOLDED';
Scalar.BLOCK_LITERAL = 'BLOCK_LITERAL';
Scalar.PLAIN = 'PLAIN';
Scalar.QUOTE_DOUBLE = 'QUOTE_DOUBLE';
Scalar.QUOTE_SINGLE = 'QUOTE_SINGLE';

exports.Scalar = Scalar;
exports.isScalarValue = isScalarValue;


/***/ }),

/***/ 4454:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var stringifyCollection = __nccwpck_require__(1212);
var addPairToJSMap = __nccwpck_require__(7104);
var Collection = __nccwpck_require__(101);
var identity = __nccwpck_require__(1127);
var Pair = __nccwpck_require__(7165);
var Scalar = __nccwpck_require__(3301);

function findPair(items, key) {
    const k = identity.isScalar(key) ? key.value : key;
    for (const it of items) {
        if (identity.isPair(it)) {
            if (it.key === key || it.key === k)
                return it;
            if (identity.isScalar(it.key) && it.key.value === k)
                return it;
        }
    }
    return undefined;
}
class YAMLMap extends Collection.Collection {
    static get tagName() {
        return 'tag:yaml.org,2002:map';
    }
    constructor(schema) {
        super(identity.MAP, schema);
        this.items = [];
    }
    /**
     * A generic collection parsing method that can be extended
     * to other node classes that inherit from YAMLMap
     */
    static from(schema, obj, ctx) {
        const { keepUndefined, replacer } = ctx;
        const map = new this(schema);
        const add = (key, value) => {
            if (typeof replacer === 'function')
                value = replacer.call(obj, key, value);
            else if (Array.isArray(replacer) && !replacer.includes(key))
                return;
            if (value !== undefined || keepUndefined)
                map.items.push(Pair.createPair(key, value, ctx));
        };
        if (obj instanceof Map) {
            for (const [key, value] of obj)
                add(key, value);
        }
        else if (obj && typeof obj === 'object') {
            for (const key of Object.keys(obj))
                add(key, obj[key]);
        }
        if (typeof schema.sortMapEntries === 'function') {
            map.items.sort(schema.sortMapEntries);
        }
        return map;
    }
    /**
     * Adds a value to the collection.
     *
     * @param overwrite - If not set `true`, using a key that is already in the
     *   collection will throw. Otherwise, overwrites the previous value.
     */
    add(pair, overwrite) {
        let _pair;
        if (identity.isPair(pair))
            _pair = pair;
        else if (!pair || typeof pair !== 'object' || !('key' in pair)) {
            // In TypeScript, this never happens.
            _pair = new Pair.Pair(pair, pair?.value);
        }
        else
            _pair = new Pair.Pair(pair.key, pair.value);
        const prev = findPair(this.items, _pair.key);
        const sortEntries = this.schema?.sortMapEntries;
        if (prev) {
            if (!overwrite)
                throw new Error(`Key ${_pair.key} already set`);
            // For scalars, keep the old node & its comments and anchors
            if (identity.isScalar(prev.value) && Scalar.isScalarValue(_pair.value))
                prev.value.value = _pair.value;
            else
                prev.value = _pair.value;
        }
        else if (sortEntries) {
            const i = this.items.findIndex(item => sortEntries(_pair, item) < 0);
            if (i === -1)
                this.items.push(_pair);
            else
                this.items.splice(i, 0, _pair);
        }
        else {
            this.items.push(_pair);
        }
    }
    delete(key) {
        const it = findPair(this.items, key);
        if (!it)
            return false;
        const del = this.items.splice(this.items.indexOf(it), 1);
        return del.length > 0;
    }
    get(key, keepScalar) {
        const it = findPair(this.items, key);
        const node = it?.value;
        return (!keepScalar && identity.isScalar(node) ? node.value : node) ?? undefined;
    }
    has(key) {
        return !!findPair(this.items, key);
    }
    set(key, value) {
        this.add(new Pair.Pair(key, value), true);
    }
    /**
     * @param ctx - Conversion context, originally set in Document#toJS()
     * @param {Class} Type - If set, forces the returned collection type
     * @returns Instance of Type, Map, or Object
     */
    toJSON(_, ctx, Type) {
        const map = Type ? new Type() : ctx?.mapAsMap ? new Map() : {};
        if (ctx?.onCreate)
            ctx.onCreate(map);
        for (const item of this.items)
            addPairToJSMap.addPairToJSMap(ctx, map, item);
        return map;
    }
    toString(ctx, onComment, onChompKeep) {
        if (!ctx)
            return JSON.stringify(this);
        for (const item of this.items) {
            if (!identity.isPair(item))
                throw new Error(`Map items must all be pairs; found ${JSON.stringify(item)} instead`);
        }
        if (!ctx.allNullValues && this.hasAllNullValues(false))
            ctx = Object.assign({}, ctx, { allNullValues: true });
        return stringifyCollection.stringifyCollection(this, ctx, {
            blockItemPrefix: '',
            flowChars: { start: '{', end: '}' },
            itemIndent: ctx.indent || '',
            onChompKeep,
            onComment
        });
    }
}

exports.YAMLMap = YAMLMap;
exports.findPair = findPair;


/***/ }),

/***/ 2223:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var createNode = __nccwpck_require__(2404);
var stringifyCollection = __nccwpck_require__(1212);
var Collection = __nccwpck_require__(101);
var identity = __nccwpck_require__(1127);
var Scalar = __nccwpck_require__(3301);
var toJS = __nccwpck_require__(4043);

class YAMLSeq extends Collection.Collection {
    static get tagName() {
        return 'tag:yaml.org,2002:seq';
    }
    constructor(schema) {
        super(identity.SEQ, schema);
        this.items = [];
    }
    add(value) {
        this.items.push(value);
    }
    /**
     * Removes a value from the collection.
     *
     * `key` must contain a representation of an integer for this to succeed.
     * It may be wrapped in a `Scalar`.
     *
     * @returns `true` if the item was found and removed.
     */
    delete(key) {
        const idx = asItemIndex(key);
        if (typeof idx !== 'number')
            return false;
        const del = this.items.splice(idx, 1);
        return del.length > 0;
    }
    get(key, keepScalar) {
        const idx = asItemIndex(key);
        if (typeof idx !== 'number')
            return undefined;
        const it = this.items[idx];
        return !keepScalar && identity.isScalar(it) ? it.value : it;
    }
    /**
     * Checks if the collection includes a value with the key `key`.
     *
     * `key` must contain a representation of an integer for this to succeed.
     * It may be wrapped in a `Scalar`.
     */
    has(key) {
        const idx = asItemIndex(key);
        return typeof idx === 'number' && idx < this.items.length;
    }
    /**
     * Sets a value in this collection. For `!!set`, `value` needs to be a
     * boolean to add/remove the item from the set.
     *
     * If `key` does not contain a representation of an integer, this will throw.
     * It may be wrapped in a `Scalar`.
     */
    set(key, value) {
        const idx = asItemIndex(key);
        if (typeof idx !== 'number')
            throw new Error(`Expected a valid index, not ${key}.`);
        const prev = this.items[idx];
        if (identity.isScalar(prev) && Scalar.isScalarValue(value))
            prev.value = value;
        else
            this.items[idx] = value;
    }
    toJSON(_, ctx) {
        const seq = [];
        if (ctx?.onCreate)
            ctx.onCreate(seq);
        let i = 0;
        for (const item of this.items)
            seq.push(toJS.toJS(item, String(i++), ctx));
        return seq;
    }
    toString(ctx, onComment, onChompKeep) {
        if (!ctx)
            return JSON.stringify(this);
        return stringifyCollection.stringifyCollection(this, ctx, {
            blockItemPrefix: '- ',
            flowChars: { start: '[', end: ']' },
            itemIndent: (ctx.indent || '') + '  ',
            onChompKeep,
            onComment
        });
    }
    static from(schema, obj, ctx) {
        const { replacer } = ctx;
        const seq = new this(schema);
        if (obj && Symbol.iterator in Object(obj)) {
            let i = 0;
            for (let it of obj) {
                if (typeof replacer === 'function') {
                    const key = obj instanceof Set ? it : String(i++);
                    it = replacer.call(obj, key, it);
                }
                seq.items.push(createNode.createNode(it, undefined, ctx));
            }
        }
        return seq;
    }
}
function asItemIndex(key) {
    let idx = identity.isScalar(key) ? key.value : key;
    if (idx && typeof idx === 'string')
        idx = Number(idx);
    return typeof idx === 'number' && Number.isInteger(idx) && idx >= 0
        ? idx
        : null;
}

exports.YAMLSeq = YAMLSeq;


/***/ }),

/***/ 7104:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var log = __nccwpck_require__(7249);
var merge = __nccwpck_require__(452);
var stringify = __nccwpck_require__(2148);
var identity = __nccwpck_require__(1127);
var toJS = __nccwpck_require__(4043);

function addPairToJSMap(ctx, map, { key, value }) {
    if (identity.isNode(key) && key.addToJSMap)
        key.addToJSMap(ctx, map, value);
    // TODO: Should drop this special case for bare << handling
    else if (merge.isMergeKey(ctx, key))
        merge.addMergeToJSMap(ctx, map, value);
    else {
        const jsKey = toJS.toJS(key, '', ctx);
        if (map instanceof Map) {
            map.set(jsKey, toJS.toJS(value, jsKey, ctx));
        }
        else if (map instanceof Set) {
            map.add(jsKey);
        }
        else {
            const stringKey = stringifyKey(key, jsKey, ctx);
            const jsValue = toJS.toJS(value, stringKey, ctx);
            if (stringKey in map)
                Object.defineProperty(map, stringKey, {
                    value: jsValue,
                    writable: true,
                    enumerable: true,
                    configurable: true
                });
            else
                map[stringKey] = jsValue;
        }
    }
    return map;
}
function stringifyKey(key, jsKey, ctx) {
    if (jsKey === null)
        return '';
    // eslint-disable-next-line @typescript-eslint/no-base-to-string
    if (typeof jsKey !== 'object')
        return String(jsKey);
    if (identity.isNode(key) && ctx?.doc) {
        const strCtx = stringify.createStringifyContext(ctx.doc, {});
        strCtx.anchors = new Set();
        for (const node of ctx.anchors.keys())
            strCtx.anchors.add(node.anchor);
        strCtx.inFlow = true;
        strCtx.inStringifyKey = true;
        const strKey = key.toString(strCtx);
        if (!ctx.mapKeyWarned) {
            let jsonStr = JSON.stringify(strKey);
            if (jsonStr.length > 40)
                jsonStr = jsonStr.substring(0, 36) + '..."';
            log.warn(ctx.doc.options.logLevel, `Keys with collection values will be stringified due to JS Object restrictions: ${jsonStr}. Set mapAsMap: true to use object keys.`);
            ctx.mapKeyWarned = true;
        }
        return strKey;
    }
    return JSON.stringify(jsKey);
}

exports.addPairToJSMap = addPairToJSMap;


/***/ }),

/***/ 1127:
/***/ ((__unused_webpack_module, exports) => {



const ALIAS = Symbol.for('yaml.alias');
const DOC = Symbol.for('yaml.document');
const MAP = Symbol.for('yaml.map');
const PAIR = Symbol.for('yaml.pair');
const SCALAR = Symbol.for('yaml.scalar');
const SEQ = Symbol.for('yaml.seq');
const NODE_TYPE = Symbol.for('yaml.node.type');
const isAlias = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === ALIAS;
const isDocument = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === DOC;
const isMap = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === MAP;
const isPair = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === PAIR;
const isScalar = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === SCALAR;
const isSeq = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === SEQ;
function isCollection(node) {
    if (node && typeof node === 'object')
        switch (node[NODE_TYPE]) {
            case MAP:
            case SEQ:
                return true;
        }
    return false;
}
function isNode(node) {
    if (node && typeof node === 'object')
        switch (node[NODE_TYPE]) {
            case ALIAS:
            case MAP:
            case SCALAR:
            case SEQ:
                return true;
        }
    return false;
}
const hasAnchor = (node) => (isScalar(node) || isCollection(node)) && !!node.anchor;

exports.ALIAS = ALIAS;
exports.DOC = DOC;
exports.MAP = MAP;
exports.NODE_TYPE = NODE_TYPE;
exports.PAIR = PAIR;
exports.SCALAR = SCALAR;
exports.SEQ = SEQ;
exports.hasAnchor = hasAnchor;
exports.isAlias = isAlias;
exports.isCollection = isCollection;
exports.isDocument = isDocument;
exports.isMap = isMap;
exports.isNode = isNode;
exports.isPair = isPair;
exports.isScalar = isScalar;
exports.isSeq = isSeq;


/***/ }),

/***/ 4043:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);

/**
 * Recursively convert any node or its contents to native JavaScript
 *
 * @param value - The input value
 * @param arg - If `value` defines a `toJSON()` method, use this
 *   as its first argument
 * @param ctx - Conversion context, originally set in Document#toJS(). If
 *   `{ keep: true }` is not set, output should be suitable for JSON
 *   stringification.
 */
function toJS(value, arg, ctx) {
    // eslint-disable-next-line @typescript-eslint/no-unsafe-return
    if (Array.isArray(value))
        return value.map((v, i) => toJS(v, String(i), ctx));
    if (value && typeof value.toJSON === 'function') {
        // eslint-disable-next-line @typescript-eslint/no-unsafe-call
        if (!ctx || !identity.hasAnchor(value))
            return value.toJSON(arg, ctx);
        const data = { aliasCount: 0, count: 1, res: undefined };
        ctx.anchors.set(value, data);
        ctx.onCreate = res => {
            data.res = res;
            delete ctx.onCreate;
        };
        const res = value.toJSON(arg, ctx);
        if (ctx.onCreate)
            ctx.onCreate(res);
        return res;
    }
    if (typeof value === 'bigint' && !ctx?.keep)
        return Number(value);
    return value;
}

exports.toJS = toJS;


/***/ }),

/***/ 110:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var resolveBlockScalar = __nccwpck_require__(8913);
var resolveFlowScalar = __nccwpck_require__(6842);
var errors = __nccwpck_require__(1464);
var stringifyString = __nccwpck_require__(3069);

function resolveAsScalar(token, strict = true, onError) {
    if (token) {
        const _onError = (pos, code, message) => {
            const offset = typeof pos === 'number' ? pos : Array.isArray(pos) ? pos[0] : pos.offset;
            if (onError)
                onError(offset, code, message);
            else
                throw new errors.YAMLParseError([offset, offset + 1], code, message);
        };
        switch (token.type) {
            case 'scalar':
            case 'single-quoted-scalar':
            case 'double-quoted-scalar':
                return resolveFlowScalar.resolveFlowScalar(token, strict, _onError);
            case 'block-scalar':
                return resolveBlockScalar.resolveBlockScalar({ options: { strict } }, token, _onError);
        }
    }
    return null;
}
/**
 * Create a new scalar token with `value`
 *
 * Values that represent an actual string but may be parsed as a different type should use a `type` other than `'PLAIN'`,
 * as this function does not support any schema operations and won't check for such conflicts.
 *
 * @param value The string representation of the value, which will have its content properly indented.
 * @param context.end Comments and whitespace after the end of the value, or after the block scalar header. If undefined, a newline will be added.
 * @param context.implicitKey Being within an implicit key may affect the resolved type of the token's value.
 * @param context.indent The indent level of the token.
 * @param context.inFlow Is this scalar within a flow collection? This may affect the resolved type of the token's value.
 * @param context.offset The offset position of the token.
 * @param context.type The preferred type of the scalar token. If undefined, the previous type of the `token` will be used, defaulting to `'PLAIN'`.
 */
function createScalarToken(value, context) {
    const { implicitKey = false, indent, inFlow = false, offset = -1, type = 'PLAIN' } = context;
    const source = stringifyString.stringifyString({ type, value }, {
        implicitKey,
        indent: indent > 0 ? ' '.repeat(indent) : '',
        inFlow,
        options: { blockQuote: true, lineWidth: -1 }
    });
    const end = context.end ?? [
        { type: 'newline', offset: -1, indent, source: '\n' }
    ];
    switch (source[0]) {
        case '|':
        case '>': {
            const he = source.indexOf('\n');
            const head = source.substring(0, he);
            const body = source.substring(he + 1) + '\n';
            const props = [
                { type: 'block-scalar-header', offset, indent, source: head }
            ];
            if (!addEndtoBlockProps(props, end))
                props.push({ type: 'newline', offset: -1, indent, source: '\n' });
            return { type: 'block-scalar', offset, indent, props, source: body };
        }
        case '"':
            return { type: 'double-quoted-scalar', offset, indent, source, end };
        case "'":
            return { type: 'single-quoted-scalar', offset, indent, source, end };
        default:
            return { type: 'scalar', offset, indent, source, end };
    }
}
/**
 * Set the value of `token` to the given string `value`, overwriting any previous contents and type that it may have.
 *
 * Best efforts are made to retain any comments previously associated with the `token`,
 * though all contents within a collection's `items` will be overwritten.
 *
 * Values that represent an actual string but may be parsed as a different type should use a `type` other than `'PLAIN'`,
 * as this function does not support any schema operations and won't check for such conflicts.
 *
 * @param token Any token. If it does not include an `indent` value, the value will be stringified as if it were an implicit key.
 * @param value The string representation of the value, which will have its content properly indented.
 * @param context.afterKey In most cases, values after a key should have an additional level of indentation.
 * @param context.implicitKey Being within an implicit key may affect the resolved type of the token's value.
 * @param context.inFlow Being within a flow collection may affect the resolved type of the token's value.
 * @param context.type The preferred type of the scalar token. If undefined, the previous type of the `token` will be used, defaulting to `'PLAIN'`.
 */
function setScalarValue(token, value, context = {}) {
    let { afterKey = false, implicitKey = false, inFlow = false, type } = context;
    let indent = 'indent' in token ? token.indent : null;
    if (afterKey && typeof indent === 'number')
        indent += 2;
    if (!type)
        switch (token.type) {
            case 'single-quoted-scalar':
                type = 'QUOTE_SINGLE';
                break;
            case 'double-quoted-scalar':
                type = 'QUOTE_DOUBLE';
                break;
            case 'block-scalar': {
                const header = token.props[0];
                if (header.type !== 'block-scalar-header')
                    throw new Error('Invalid block scalar header');
                type = header.source[0] === '>' ? 'BLOCK_FOLDED' : 'BLOCK_LITERAL';
                break;
            }
            default:
                type = 'PLAIN';
        }
    const source = stringifyString.stringifyString({ type, value }, {
        implicitKey: implicitKey || indent === null,
        indent: indent !== null && indent > 0 ? ' '.repeat(indent) : '',
        inFlow,
        options: { blockQuote: true, lineWidth: -1 }
    });
    switch (source[0]) {
        case '|':
        case '>':
            setBlockScalarValue(token, source);
            break;
        case '"':
            setFlowScalarValue(token, source, 'double-quoted-scalar');
            break;
        case "'":
            setFlowScalarValue(token, source, 'single-quoted-scalar');
            break;
        default:
            setFlowScalarValue(token, source, 'scalar');
    }
}
function setBlockScalarValue(token, source) {
    const he = source.indexOf('\n');
    const head = source.substring(0, he);
    const body = source.substring(he + 1) + '\n';
    if (token.type === 'block-scalar') {
        const header = token.props[0];
        if (header.type !== 'block-scalar-header')
            throw new Error('Invalid block scalar header');
        header.source = head;
        token.source = body;
    }
    else {
        const { offset } = token;
        const indent = 'indent' in token ? token.indent : -1;
        const props = [
            { type: 'block-scalar-header', offset, indent, source: head }
        ];
        if (!addEndtoBlockProps(props, 'end' in token ? token.end : undefined))
            props.push({ type: 'newline', offset: -1, indent, source: '\n' });
        for (const key of Object.keys(token))
            if (key !== 'type' && key !== 'offset')
                delete token[key];
        Object.assign(token, { type: 'block-scalar', indent, props, source: body });
    }
}
/** @returns `true` if last token is a newline */
function addEndtoBlockProps(props, end) {
    if (end)
        for (const st of end)
            switch (st.type) {
                case 'space':
                case 'comment':
                    props.push(st);
                    break;
                case 'newline':
                    props.push(st);
                    return true;
            }
    return false;
}
function setFlowScalarValue(token, source, type) {
    switch (token.type) {
        case 'scalar':
        case 'double-quoted-scalar':
        case 'single-quoted-scalar':
            token.type = type;
            token.source = source;
            break;
        case 'block-scalar': {
            const end = token.props.slice(1);
            let oa = source.length;
            if (token.props[0].type === 'block-scalar-header')
                oa -= token.props[0].source.length;
            for (const tok of end)
                tok.offset += oa;
            delete token.props;
            Object.assign(token, { type, source, end });
            break;
        }
        case 'block-map':
        case 'block-seq': {
            const offset = token.offset + source.length;
            const nl = { type: 'newline', offset, indent: token.indent, source: '\n' };
            delete token.items;
            Object.assign(token, { type, source, end: [nl] });
            break;
        }
        default: {
            const indent = 'indent' in token ? token.indent : -1;
            const end = 'end' in token && Array.isArray(token.end)
                ? token.end.filter(st => st.type === 'space' ||
                    st.type === 'comment' ||
                    st.type === 'newline')
                : [];
            for (const key of Object.keys(token))
                if (key !== 'type' && key !== 'offset')
                    delete token[key];
            Object.assign(token, { type, indent, source, end });
        }
    }
}

exports.createScalarToken = createScalarToken;
exports.resolveAsScalar = resolveAsScalar;
exports.setScalarValue = setScalarValue;


/***/ }),

/***/ 1733:
/***/ ((__unused_webpack_module, exports) => {



/**
 * Stringify a CST document, token, or collection item
 *
 * Fair warning: This applies no validation whatsoever, and
 * simply concatenates the sources in their logical order.
 */
const stringify = (cst) => 'type' in cst ? stringifyToken(cst) : stringifyItem(cst);
function stringifyToken(token) {
    switch (token.type) {
        case 'block-scalar': {
            let res = '';
            for (const tok of token.props)
                res += stringifyToken(tok);
            return res + token.source;
        }
        case 'block-map':
        case 'block-seq': {
            let res = '';
            for (const item of token.items)
                res += stringifyItem(item);
            return res;
        }
        case 'flow-collection': {
            let res = token.start.source;
            for (const item of token.items)
                res += stringifyItem(item);
            for (const st of token.end)
                res += st.source;
            return res;
        }
        case 'document': {
            let res = stringifyItem(token);
            if (token.end)
                for (const st of token.end)
                    res += st.source;
            return res;
        }
        default: {
            let res = token.source;
            if ('end' in token && token.end)
                for (const st of token.end)
                    res += st.source;
            return res;
        }
    }
}
function stringifyItem({ start, key, sep, value }) {
    let res = '';
    for (const st of start)
        res += st.source;
    if (key)
        res += stringifyToken(key);
    if (sep)
        for (const st of sep)
            res += st.source;
    if (value)
        res += stringifyToken(value);
    return res;
}

exports.stringify = stringify;


/***/ }),

/***/ 7715:
/***/ ((__unused_webpack_module, exports) => {



const BREAK = Symbol('break visit');
const SKIP = Symbol('skip children');
const REMOVE = Symbol('remove item');
/**
 * Apply a visitor to a CST document or item.
 *
 * Walks through the tree (depth-first) starting from the root, calling a
 * `visitor` function with two arguments when entering each item:
 *   - `item`: The current item, which included the following members:
 *     - `start: SourceToken[]` – Source tokens before the key or value,
 *       possibly including its anchor or tag.
 *     - `key?: Token | null` – Set for pair values. May then be `null`, if
 *       the key before the `:` separator is empty.
 *     - `sep?: SourceToken[]` – Source tokens between the key and the value,
 *       which should include the `:` map value indicator if `value` is set.
 *     - `value?: Token` – The value of a sequence item, or of a map pair.
 *   - `path`: The steps from the root to the current node, as an array of
 *     `['key' | 'value', number]` tuples.
 *
 * The return value of the visitor may be used to control the traversal:
 *   - `undefined` (default): Do nothing and continue
 *   - `visit.SKIP`: Do not visit the children of this token, continue with
 *      next sibling
 *   - `visit.BREAK`: Terminate traversal completely
 *   - `visit.REMOVE`: Remove the current item, then continue with the next one
 *   - `number`: Set the index of the next step. This is useful especially if
 *     the index of the current token has changed.
 *   - `function`: Define the next visitor for this item. After the original
 *     visitor is called on item entry, next visitors are called after handling
 *     a non-empty `key` and when exiting the item.
 */
function visit(cst, visitor) {
    if ('type' in cst && cst.type === 'document')
        cst = { start: cst.start, value: cst.value };
    _visit(Object.freeze([]), cst, visitor);
}
// Without the `as symbol` casts, TS declares these in the `visit`
// namespace using `var`, but then complains about that because
// `unique symbol` must be `const`.
/** Terminate visit traversal completely */
visit.BREAK = BREAK;
/** Do not visit the children of the current item */
visit.SKIP = SKIP;
/** Remove the current item */
visit.REMOVE = REMOVE;
/** Find the item at `path` from `cst` as the root */
visit.itemAtPath = (cst, path) => {
    let item = cst;
    for (const [field, index] of path) {
        const tok = item?.[field];
        if (tok && 'items' in tok) {
            item = tok.items[index];
        }
        else
            return undefined;
    }
    return item;
};
/**
 * Get the immediate parent collection of the item at `path` from `cst` as the root.
 *
 * Throws an error if the collection is not found, which should never happen if the item itself exists.
 */
visit.parentCollection = (cst, path) => {
    const parent = visit.itemAtPath(cst, path.slice(0, -1));
    const field = path[path.length - 1][0];
    const coll = parent?.[field];
    if (coll && 'items' in coll)
        return coll;
    throw new Error('Parent collection not found');
};
function _visit(path, item, visitor) {
    let ctrl = visitor(item, path);
    if (typeof ctrl === 'symbol')
        return ctrl;
    for (const field of ['key', 'value']) {
        const token = item[field];
        if (token && 'items' in token) {
            for (let i = 0; i < token.items.length; ++i) {
                const ci = _visit(Object.freeze(path.concat([[field, i]])), token.items[i], visitor);
                if (typeof ci === 'number')
                    i = ci - 1;
                else if (ci === BREAK)
                    return BREAK;
                else if (ci === REMOVE) {
                    token.items.splice(i, 1);
                    i -= 1;
                }
            }
            if (typeof ctrl === 'function' && field === 'key')
                ctrl = ctrl(item, path);
        }
    }
    return typeof ctrl === 'function' ? ctrl(item, path) : ctrl;
}

exports.visit = visit;


/***/ }),

/***/ 3461:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var cstScalar = __nccwpck_require__(110);
var cstStringify = __nccwpck_require__(1733);
var cstVisit = __nccwpck_require__(7715);

/** The byte order mark */
const BOM = '\u{FEFF}';
/** Start of doc-mode */
const DOCUMENT = '\x02'; // C0: Start of Text
/** Unexpected end of flow-mode */
const FLOW_END = '\x18'; // C0: Cancel
/** Next token is a scalar value */
const SCALAR = '\x1f'; // C0: Unit Separator
/** @returns `true` if `token` is a flow or block collection */
const isCollection = (token) => !!token && 'items' in token;
/** @returns `true` if `token` is a flow or block scalar; not an alias */
const isScalar = (token) => !!token &&
    (token.type === 'scalar' ||
        token.type === 'single-quoted-scalar' ||
        token.type === 'double-quoted-scalar' ||
        token.type === 'block-scalar');
/* istanbul ignore next */
/** Get a printable representation of a lexer token */
function prettyToken(token) {
    switch (token) {
        case BOM:
            return '<BOM>';
        case DOCUMENT:
            return '<DOC>';
        case FLOW_END:
            return '<FLOW_END>';
        case SCALAR:
            return '<SCALAR>';
        default:
            return JSON.stringify(token);
    }
}
/** Identify the type of a lexer token. May return `null` for unknown tokens. */
function tokenType(source) {
    switch (source) {
        case BOM:
            return 'byte-order-mark';
        case DOCUMENT:
            return 'doc-mode';
        case FLOW_END:
            return 'flow-error-end';
        case SCALAR:
            return 'scalar';
        case '---':
            return 'doc-start';
        case '...':
            return 'doc-end';
        case '':
        case '\n':
        case '\r\n':
            return 'newline';
        case '-':
            return 'seq-item-ind';
        case '?':
            return 'explicit-key-ind';
        case ':':
            return 'map-value-ind';
        case '{':
            return 'flow-map-start';
        case '}':
            return 'flow-map-end';
        case '[':
            return 'flow-seq-start';
        case ']':
            return 'flow-seq-end';
        case ',':
            return 'comma';
    }
    switch (source[0]) {
        case ' ':
        case '\t':
            return 'space';
        case '#':
            return 'comment';
        case '%':
            return 'directive-line';
        case '*':
            return 'alias';
        case '&':
            return 'anchor';
        case '!':
            return 'tag';
        case "'":
            return 'single-quoted-scalar';
        case '"':
            return 'double-quoted-scalar';
        case '|':
        case '>':
            return 'block-scalar-header';
    }
    return null;
}

exports.createScalarToken = cstScalar.createScalarToken;
exports.resolveAsScalar = cstScalar.resolveAsScalar;
exports.setScalarValue = cstScalar.setScalarValue;
exports.stringify = cstStringify.stringify;
exports.visit = cstVisit.visit;
exports.BOM = BOM;
exports.DOCUMENT = DOCUMENT;
exports.FLOW_END = FLOW_END;
exports.SCALAR = SCALAR;
exports.isCollection = isCollection;
exports.isScalar = isScalar;
exports.prettyToken = prettyToken;
exports.tokenType = tokenType;


/***/ }),

/***/ 361:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var cst = __nccwpck_require__(3461);

/*
START -> stream

stream
  directive -> line-end -> stream
  indent + line-end -> stream
  [else] -> line-start

line-end
  comment -> line-end
  newline -> .
  input-end -> END

line-start
  doc-start -> doc
  doc-end -> stream
  [else] -> indent -> block-start

block-start
  seq-item-start -> block-start
  explicit-key-start -> block-start
  map-value-start -> block-start
  [else] -> doc

doc
  line-end -> line-start
  spaces -> doc
  anchor -> doc
  tag -> doc
  flow-start -> flow -> doc
  flow-end -> error -> doc
  seq-item-start -> error -> doc
  explicit-key-start -> error -> doc
  map-value-start -> doc
  alias -> doc
  quote-start -> quoted-scalar -> doc
  block-scalar-header -> line-end -> block-scalar(min) -> line-start
  [else] -> plain-scalar(false, min) -> doc

flow
  line-end -> flow
  spaces -> flow
  anchor -> flow
  tag -> flow
  flow-start -> flow -> flow
  flow-end -> .
  seq-item-start -> error -> flow
  explicit-key-start -> flow
  map-value-start -> flow
  alias -> flow
  quote-start -> quoted-scalar -> flow
  comma -> flow
  [else] -> plain-scalar(true, 0) -> flow

quoted-scalar
  quote-end -> .
  [else] -> quoted-scalar

block-scalar(min)
  newline + peek(indent < min) -> .
  [else] -> block-scalar(min)

plain-scalar(is-flow, min)
  scalar-end(is-flow) -> .
  peek(newline + (indent < min)) -> .
  [else] -> plain-scalar(min)
*/
function isEmpty(ch) {
    switch (ch) {
        case undefined:
        case ' ':
        case '\n':
        case '\r':
        case '\t':
            return true;
        default:
            return false;
    }
}
const hexDigits = new Set('0123456789ABCDEFabcdef');
const tagChars = new Set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-#;/?:@&=+$_.!~*'()");
const flowIndicatorChars = new Set(',[]{}');
const invalidAnchorChars = new Set(' ,[]{}\n\r\t');
const isNotAnchorChar = (ch) => !ch || invalidAnchorChars.has(ch);
/**
 * Splits an input string into lexical tokens, i.e. smaller strings that are
 * easily identifiable by `tokens.tokenType()`.
 *
 * Lexing starts always in a "stream" context. Incomplete input may be buffered
 * until a complete token can be emitted.
 *
 * In addition to slices of the original input, the following control characters
 * may also be emitted:
 *
 * - `\x02` (Start of Text): A document starts with the next token
 * - `\x18` (Cancel): Unexpected end of flow-mode (indicates an error)
 * - `\x1f` (Unit Separator): Next token is a scalar value
 * - `\u{FEFF}` (Byte order mark): Emitted separately outside documents
 */
class Lexer {
    constructor() {
        /**
         * Flag indicating whether the end of the current buffer marks the end of
         * all input
         */
        this.atEnd = false;
        /**
         * Explicit indent set in block scalar header, as an offset from the current
         * minimum indent, so e.g. set to 1 from a header `|2+`. Set to -1 if not
         * explicitly set.
         */
        this.blockScalarIndent = -1;
        /**
         * Block scalars that include a + (keep) chomping indicator in their header
         * include trailing empty lines, which are otherwise excluded from the
         * scalar's contents.
         */
        this.blockScalarKeep = false;
        /** Current input */
        this.buffer = '';
        /**
         * Flag noting whether the map value indicator : can immediately follow this
         * node within a flow context.
         */
        this.flowKey = false;
        /** Count of surrounding flow collection levels. */
        this.flowLevel = 0;
        /**
         * Minimum level of indentation required for next lines to be parsed as a
         * part of the current scalar value.
         */
        this.indentNext = 0;
        /** Indentation level of the current line. */
        this.indentValue = 0;
        /** Position of the next \n character. */
        this.lineEndPos = null;
        /** Stores the state of the lexer if reaching the end of incpomplete input */
        this.next = null;
        /** A pointer to `buffer`; the current position of the lexer. */
        this.pos = 0;
    }
    /**
     * Generate YAML tokens from the `source` string. If `incomplete`,
     * a part of the last line may be left as a buffer for the next call.
     *
     * @returns A generator of lexical tokens
     */
    *lex(source, incomplete = false) {
        if (source) {
            if (typeof source !== 'string')
                throw TypeError('source is not a string');
            this.buffer = this.buffer ? this.buffer + source : source;
            this.lineEndPos = null;
        }
        this.atEnd = !incomplete;
        let next = this.next ?? 'stream';
        while (next && (incomplete || this.hasChars(1)))
            next = yield* this.parseNext(next);
    }
    atLineEnd() {
        let i = this.pos;
        let ch = this.buffer[i];
        while (ch === ' ' || ch === '\t')
            ch = this.buffer[++i];
        if (!ch || ch === '#' || ch === '\n')
            return true;
        if (ch === '\r')
            return this.buffer[i + 1] === '\n';
        return false;
    }
    charAt(n) {
        return this.buffer[this.pos + n];
    }
    continueScalar(offset) {
        let ch = this.buffer[offset];
        if (this.indentNext > 0) {
            let indent = 0;
            while (ch === ' ')
                ch = this.buffer[++indent + offset];
            if (ch === '\r') {
                const next = this.buffer[indent + offset + 1];
                if (next === '\n' || (!next && !this.atEnd))
                    return offset + indent + 1;
            }
            return ch === '\n' || indent >= this.indentNext || (!ch && !this.atEnd)
                ? offset + indent
                : -1;
        }
        if (ch === '-' || ch === '.') {
            const dt = this.buffer.substr(offset, 3);
            if ((dt === '---' || dt === '...') && isEmpty(this.buffer[offset + 3]))
                return -1;
        }
        return offset;
    }
    getLine() {
        let end = this.lineEndPos;
        if (typeof end !== 'number' || (end !== -1 && end < this.pos)) {
            end = this.buffer.indexOf('\n', this.pos);
            this.lineEndPos = end;
        }
        if (end === -1)
            return this.atEnd ? this.buffer.substring(this.pos) : null;
        if (this.buffer[end - 1] === '\r')
            end -= 1;
        return this.buffer.substring(this.pos, end);
    }
    hasChars(n) {
        return this.pos + n <= this.buffer.length;
    }
    setNext(state) {
        this.buffer = this.buffer.substring(this.pos);
        this.pos = 0;
        this.lineEndPos = null;
        this.next = state;
        return null;
    }
    peek(n) {
        return this.buffer.substr(this.pos, n);
    }
    *parseNext(next) {
        switch (next) {
            case 'stream':
                return yield* this.parseStream();
            case 'line-start':
                return yield* this.parseLineStart();
            case 'block-start':
                return yield* this.parseBlockStart();
            case 'doc':
                return yield* this.parseDocument();
            case 'flow':
                return yield* this.parseFlowCollection();
            case 'quoted-scalar':
                return yield* this.parseQuotedScalar();
            case 'block-scalar':
                return yield* this.parseBlockScalar();
            case 'plain-scalar':
                return yield* this.parsePlainScalar();
        }
    }
    *parseStream() {
        let line = this.getLine();
        if (line === null)
            return this.setNext('stream');
        if (line[0] === cst.BOM) {
            yield* this.pushCount(1);
            line = line.substring(1);
        }
        if (line[0] === '%') {
            let dirEnd = line.length;
            let cs = line.indexOf('#');
            while (cs !== -1) {
                const ch = line[cs - 1];
                if (ch === ' ' || ch === '\t') {
                    dirEnd = cs - 1;
                    break;
                }
                else {
                    cs = line.indexOf('#', cs + 1);
                }
            }
            while (true) {
                const ch = line[dirEnd - 1];
                if (ch === ' ' || ch === '\t')
                    dirEnd -= 1;
                else
                    break;
            }
            const n = (yield* this.pushCount(dirEnd)) + (yield* this.pushSpaces(true));
            yield* this.pushCount(line.length - n); // possible comment
            this.pushNewline();
            return 'stream';
        }
        if (this.atLineEnd()) {
            const sp = yield* this.pushSpaces(true);
            yield* this.pushCount(line.length - sp);
            yield* this.pushNewline();
            return 'stream';
        }
        yield cst.DOCUMENT;
        return yield* this.parseLineStart();
    }
    *parseLineStart() {
        const ch = this.charAt(0);
        if (!ch && !this.atEnd)
            return this.setNext('line-start');
        if (ch === '-' || ch === '.') {
            if (!this.atEnd && !this.hasChars(4))
                return this.setNext('line-start');
            const s = this.peek(3);
            if ((s === '---' || s === '...') && isEmpty(this.charAt(3))) {
                yield* this.pushCount(3);
                this.indentValue = 0;
                this.indentNext = 0;
                return s === '---' ? 'doc' : 'stream';
            }
        }
        this.indentValue = yield* this.pushSpaces(false);
        if (this.indentNext > this.indentValue && !isEmpty(this.charAt(1)))
            this.indentNext = this.indentValue;
        return yield* this.parseBlockStart();
    }
    *parseBlockStart() {
        const [ch0, ch1] = this.peek(2);
        if (!ch1 && !this.atEnd)
            return this.setNext('block-start');
        if ((ch0 === '-' || ch0 === '?' || ch0 === ':') && isEmpty(ch1)) {
            const n = (yield* this.pushCount(1)) + (yield* this.pushSpaces(true));
            this.indentNext = this.indentValue + 1;
            this.indentValue += n;
            return 'block-start';
        }
        return 'doc';
    }
    *parseDocument() {
        yield* this.pushSpaces(true);
        const line = this.getLine();
        if (line === null)
            return this.setNext('doc');
        let n = yield* this.pushIndicators();
        switch (line[n]) {
            case '#':
                yield* this.pushCount(line.length - n);
            // fallthrough
            case undefined:
                yield* this.pushNewline();
                return yield* this.parseLineStart();
            case '{':
            case '[':
                yield* this.pushCount(1);
                this.flowKey = false;
                this.flowLevel = 1;
                return 'flow';
            case '}':
            case ']':
                // this is an error
                yield* this.pushCount(1);
                return 'doc';
            case '*':
                yield* this.pushUntil(isNotAnchorChar);
                return 'doc';
            case '"':
            case "'":
                return yield* this.parseQuotedScalar();
            case '|':
            case '>':
                n += yield* this.parseBlockScalarHeader();
                n += yield* this.pushSpaces(true);
                yield* this.pushCount(line.length - n);
                yield* this.pushNewline();
                return yield* this.parseBlockScalar();
            default:
                return yield* this.parsePlainScalar();
        }
    }
    *parseFlowCollection() {
        let nl, sp;
        let indent = -1;
        do {
            nl = yield* this.pushNewline();
            if (nl > 0) {
                sp = yield* this.pushSpaces(false);
                this.indentValue = indent = sp;
            }
            else {
                sp = 0;
            }
            sp += yield* this.pushSpaces(true);
        } while (nl + sp > 0);
        const line = this.getLine();
        if (line === null)
            return this.setNext('flow');
        if ((indent !== -1 && indent < this.indentNext && line[0] !== '#') ||
            (indent === 0 &&
                (line.startsWith('---') || line.startsWith('...')) &&
                isEmpty(line[3]))) {
            // Allowing for the terminal ] or } at the same (rather than greater)
            // indent level as the initial [ or { is technically invalid, but
            // failing here would be surprising to users.
            const atFlowEndMarker = indent === this.indentNext - 1 &&
                this.flowLevel === 1 &&
                (line[0] === ']' || line[0] === '}');
            if (!atFlowEndMarker) {
                // this is an error
                this.flowLevel = 0;
                yield cst.FLOW_END;
                return yield* this.parseLineStart();
            }
        }
        let n = 0;
        while (line[n] === ',') {
            n += yield* this.pushCount(1);
            n += yield* this.pushSpaces(true);
            this.flowKey = false;
        }
        n += yield* this.pushIndicators();
        switch (line[n]) {
            case undefined:
                return 'flow';
            case '#':
                yield* this.pushCount(line.length - n);
                return 'flow';
            case '{':
            case '[':
                yield* this.pushCount(1);
                this.flowKey = false;
                this.flowLevel += 1;
                return 'flow';
            case '}':
            case ']':
                yield* this.pushCount(1);
                this.flowKey = true;
                this.flowLevel -= 1;
                return this.flowLevel ? 'flow' : 'doc';
            case '*':
                yield* this.pushUntil(isNotAnchorChar);
                return 'flow';
            case '"':
            case "'":
                this.flowKey = true;
                return yield* this.parseQuotedScalar();
            case ':': {
                const next = this.charAt(1);
                if (this.flowKey || isEmpty(next) || next === ',') {
                    this.flowKey = false;
                    yield* this.pushCount(1);
                    yield* this.pushSpaces(true);
                    return 'flow';
                }
            }
            // fallthrough
            default:
                this.flowKey = false;
                return yield* this.parsePlainScalar();
        }
    }
    *parseQuotedScalar() {
        const quote = this.charAt(0);
        let end = this.buffer.indexOf(quote, this.pos + 1);
        if (quote === "'") {
            while (end !== -1 && this.buffer[end + 1] === "'")
                end = this.buffer.indexOf("'", end + 2);
        }
        else {
            // double-quote
            while (end !== -1) {
                let n = 0;
                while (this.buffer[end - 1 - n] === '\\')
                    n += 1;
                if (n % 2 === 0)
                    break;
                end = this.buffer.indexOf('"', end + 1);
            }
        }
        // Only looking for newlines within the quotes
        const qb = this.buffer.substring(0, end);
        let nl = qb.indexOf('\n', this.pos);
        if (nl !== -1) {
            while (nl !== -1) {
                const cs = this.continueScalar(nl + 1);
                if (cs === -1)
                    break;
                nl = qb.indexOf('\n', cs);
            }
            if (nl !== -1) {
                // this is an error caused by an unexpected unindent
                end = nl - (qb[nl - 1] === '\r' ? 2 : 1);
            }
        }
        if (end === -1) {
            if (!this.atEnd)
                return this.setNext('quoted-scalar');
            end = this.buffer.length;
        }
        yield* this.pushToIndex(end + 1, false);
        return this.flowLevel ? 'flow' : 'doc';
    }
    *parseBlockScalarHeader() {
        this.blockScalarIndent = -1;
        this.blockScalarKeep = false;
        let i = this.pos;
        while (true) {
            const ch = this.buffer[++i];
            if (ch === '+')
                this.blockScalarKeep = true;
            else if (ch > '0' && ch <= '9')
                this.blockScalarIndent = Number(ch) - 1;
            else if (ch !== '-')
                break;
        }
        return yield* this.pushUntil(ch => isEmpty(ch) || ch === '#');
    }
    *parseBlockScalar() {
        let nl = this.pos - 1; // may be -1 if this.pos === 0
        let indent = 0;
        let ch;
        loop: for (let i = this.pos; (ch = this.buffer[i]); ++i) {
            switch (ch) {
                case ' ':
                    indent += 1;
                    break;
                case '\n':
                    nl = i;
                    indent = 0;
                    break;
                case '\r': {
                    const next = this.buffer[i + 1];
                    if (!next && !this.atEnd)
                        return this.setNext('block-scalar');
                    if (next === '\n')
                        break;
                } // fallthrough
                default:
                    break loop;
            }
        }
        if (!ch && !this.atEnd)
            return this.setNext('block-scalar');
        if (indent >= this.indentNext) {
            if (this.blockScalarIndent === -1)
                this.indentNext = indent;
            else {
                this.indentNext =
                    this.blockScalarIndent + (this.indentNext === 0 ? 1 : this.indentNext);
            }
            do {
                const cs = this.continueScalar(nl + 1);
                if (cs === -1)
                    break;
                nl = this.buffer.indexOf('\n', cs);
            } while (nl !== -1);
            if (nl === -1) {
                if (!this.atEnd)
                    return this.setNext('block-scalar');
                nl = this.buffer.length;
            }
        }
        // Trailing insufficiently indented tabs are invalid.
        // To catch that during parsing, we include them in the block scalar value.
        let i = nl + 1;
        ch = this.buffer[i];
        while (ch === ' ')
            ch = this.buffer[++i];
        if (ch === '\t') {
            while (ch === '\t' || ch === ' ' || ch === '\r' || ch === '\n')
                ch = this.buffer[++i];
            nl = i - 1;
        }
        else if (!this.blockScalarKeep) {
            do {
                let i = nl - 1;
                let ch = this.buffer[i];
                if (ch === '\r')
                    ch = this.buffer[--i];
                const lastChar = i; // Drop the line if last char not more indented
                while (ch === ' ')
                    ch = this.buffer[--i];
                if (ch === '\n' && i >= this.pos && i + 1 + indent > lastChar)
                    nl = i;
                else
                    break;
            } while (true);
        }
        yield cst.SCALAR;
        yield* this.pushToIndex(nl + 1, true);
        return yield* this.parseLineStart();
    }
    *parsePlainScalar() {
        const inFlow = this.flowLevel > 0;
        let end = this.pos - 1;
        let i = this.pos - 1;
        let ch;
        while ((ch = this.buffer[++i])) {
            if (ch === ':') {
                const next = this.buffer[i + 1];
                if (isEmpty(next) || (inFlow && flowIndicatorChars.has(next)))
                    break;
                end = i;
            }
            else if (isEmpty(ch)) {
                let next = this.buffer[i + 1];
                if (ch === '\r') {
                    if (next === '\n') {
                        i += 1;
                        ch = '\n';
                        next = this.buffer[i + 1];
                    }
                    else
                        end = i;
                }
                if (next === '#' || (inFlow && flowIndicatorChars.has(next)))
                    break;
                if (ch === '\n') {
                    const cs = this.continueScalar(i + 1);
                    if (cs === -1)
                        break;
                    i = Math.max(i, cs - 2); // to advance, but still account for ' #'
                }
            }
            else {
                if (inFlow && flowIndicatorChars.has(ch))
                    break;
                end = i;
            }
        }
        if (!ch && !this.atEnd)
            return this.setNext('plain-scalar');
        yield cst.SCALAR;
        yield* this.pushToIndex(end + 1, true);
        return inFlow ? 'flow' : 'doc';
    }
    *pushCount(n) {
        if (n > 0) {
            yield this.buffer.substr(this.pos, n);
            this.pos += n;
            return n;
        }
        return 0;
    }
    *pushToIndex(i, allowEmpty) {
        const s = this.buffer.slice(this.pos, i);
        if (s) {
            yield s;
            this.pos += s.length;
            return s.length;
        }
        else if (allowEmpty)
            yield '';
        return 0;
    }
    *pushIndicators() {
        let n = 0;
        loop: while (true) {
            switch (this.charAt(0)) {
                case '!':
                    n += yield* this.pushTag();
                    n += yield* this.pushSpaces(true);
                    continue loop;
                case '&':
                    n += yield* this.pushUntil(isNotAnchorChar);
                    n += yield* this.pushSpaces(true);
                    continue loop;
                case '-': // this is an error
                case '?': // this is an error outside flow collections
                case ':': {
                    const inFlow = this.flowLevel > 0;
                    const ch1 = this.charAt(1);
                    if (isEmpty(ch1) || (inFlow && flowIndicatorChars.has(ch1))) {
                        if (!inFlow)
                            this.indentNext = this.indentValue + 1;
                        else if (this.flowKey)
                            this.flowKey = false;
                        n += yield* this.pushCount(1);
                        n += yield* this.pushSpaces(true);
                        continue loop;
                    }
                }
            }
            break loop;
        }
        return n;
    }
    *pushTag() {
        if (this.charAt(1) === '<') {
            let i = this.pos + 2;
            let ch = this.buffer[i];
            while (!isEmpty(ch) && ch !== '>')
                ch = this.buffer[++i];
            return yield* this.pushToIndex(ch === '>' ? i + 1 : i, false);
        }
        else {
            let i = this.pos + 1;
            let ch = this.buffer[i];
            while (ch) {
                if (tagChars.has(ch))
                    ch = this.buffer[++i];
                else if (ch === '%' &&
                    hexDigits.has(this.buffer[i + 1]) &&
                    hexDigits.has(this.buffer[i + 2])) {
                    ch = this.buffer[(i += 3)];
                }
                else
                    break;
            }
            return yield* this.pushToIndex(i, false);
        }
    }
    *pushNewline() {
        const ch = this.buffer[this.pos];
        if (ch === '\n')
            return yield* this.pushCount(1);
        else if (ch === '\r' && this.charAt(1) === '\n')
            return yield* this.pushCount(2);
        else
            return 0;
    }
    *pushSpaces(allowTabs) {
        let i = this.pos - 1;
        let ch;
        do {
            ch = this.buffer[++i];
        } while (ch === ' ' || (allowTabs && ch === '\t'));
        const n = i - this.pos;
        if (n > 0) {
            yield this.buffer.substr(this.pos, n);
            this.pos = i;
        }
        return n;
    }
    *pushUntil(test) {
        let i = this.pos;
        let ch = this.buffer[i];
        while (!test(ch))
            ch = this.buffer[++i];
        return yield* this.pushToIndex(i, false);
    }
}

exports.Lexer = Lexer;


/***/ }),

/***/ 6628:
/***/ ((__unused_webpack_module, exports) => {



/**
 * Tracks newlines during parsing in order to provide an efficient API for
 * determining the one-indexed `{ line, col }` position for any offset
 * within the input.
 */
class LineCounter {
    constructor() {
        this.lineStarts = [];
        /**
         * Should be called in ascending order. Otherwise, call
         * `lineCounter.lineStarts.sort()` before calling `linePos()`.
         */
        this.addNewLine = (offset) => this.lineStarts.push(offset);
        /**
         * Performs a binary search and returns the 1-indexed { line, col }
         * position of `offset`. If `line === 0`, `addNewLine` has never been
         * called or `offset` is before the first known newline.
         */
        this.linePos = (offset) => {
            let low = 0;
            let high = this.lineStarts.length;
            while (low < high) {
                const mid = (low + high) >> 1; // Math.floor((low + high) / 2)
                if (this.lineStarts[mid] < offset)
                    low = mid + 1;
                else
                    high = mid;
            }
            if (this.lineStarts[low] === offset)
                return { line: low + 1, col: 1 };
            if (low === 0)
                return { line: 0, col: offset };
            const start = this.lineStarts[low - 1];
            return { line: low, col: offset - start + 1 };
        };
    }
}

exports.LineCounter = LineCounter;


/***/ }),

/***/ 3456:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var node_process = __nccwpck_require__(932);
var cst = __nccwpck_require__(3461);
var lexer = __nccwpck_require__(361);

function includesToken(list, type) {
    for (let i = 0; i < list.length; ++i)
        if (list[i].type === type)
            return true;
    return false;
}
function findNonEmptyIndex(list) {
    for (let i = 0; i < list.length; ++i) {
        switch (list[i].type) {
            case 'space':
            case 'comment':
            case 'newline':
                break;
            default:
                return i;
        }
    }
    return -1;
}
function isFlowToken(token) {
    switch (token?.type) {
        case 'alias':
        case 'scalar':
        case 'single-quoted-scalar':
        case 'double-quoted-scalar':
        case 'flow-collection':
            return true;
        default:
            return false;
    }
}
function getPrevProps(parent) {
    switch (parent.type) {
        case 'document':
            return parent.start;
        case 'block-map': {
            const it = parent.items[parent.items.length - 1];
            return it.sep ?? it.start;
        }
        case 'block-seq':
            return parent.items[parent.items.length - 1].start;
        /* istanbul ignore next should not happen */
        default:
            return [];
    }
}
/** Note: May modify input array */
function getFirstKeyStartProps(prev) {
    if (prev.length === 0)
        return [];
    let i = prev.length;
    loop: while (--i >= 0) {
        switch (prev[i].type) {
            case 'doc-start':
            case 'explicit-key-ind':
            case 'map-value-ind':
            case 'seq-item-ind':
            case 'newline':
                break loop;
        }
    }
    while (prev[++i]?.type === 'space') {
        /* loop */
    }
    return prev.splice(i, prev.length);
}
function arrayPushArray(target, source) {
    // May exhaust call stack with large `source` array
    if (source.length < 1e5)
        Array.prototype.push.apply(target, source);
    else
        for (let i = 0; i < source.length; ++i)
            target.push(source[i]);
}
function fixFlowSeqItems(fc) {
    if (fc.start.type === 'flow-seq-start') {
        for (const it of fc.items) {
            if (it.sep &&
                !it.value &&
                !includesToken(it.start, 'explicit-key-ind') &&
                !includesToken(it.sep, 'map-value-ind')) {
                if (it.key)
                    it.value = it.key;
                delete it.key;
                if (isFlowToken(it.value)) {
                    if (it.value.end)
                        arrayPushArray(it.value.end, it.sep);
                    else
                        it.value.end = it.sep;
                }
                else
                    arrayPushArray(it.start, it.sep);
                delete it.sep;
            }
        }
    }
}
/**
 * A YAML concrete syntax tree (CST) parser
 *
 * ```ts
 * const src: string = ...
 * for (const token of new Parser().parse(src)) {
 *   // token: Token
 * }
 * ```
 *
 * To use the parser with a user-provided lexer:
 *
 * ```ts
 * function* parse(source: string, lexer: Lexer) {
 *   const parser = new Parser()
 *   for (const lexeme of lexer.lex(source))
 *     yield* parser.next(lexeme)
 *   yield* parser.end()
 * }
 *
 * const src: string = ...
 * const lexer = new Lexer()
 * for (const token of parse(src, lexer)) {
 *   // token: Token
 * }
 * ```
 */
class Parser {
    /**
     * @param onNewLine - If defined, called separately with the start position of
     *   each new line (in `parse()`, including the start of input).
     */
    constructor(onNewLine) {
        /** If true, space and sequence indicators count as indentation */
        this.atNewLine = true;
        /** If true, next token is a scalar value */
        this.atScalar = false;
        /** Current indentation level */
        this.indent = 0;
        /** Current offset since the start of parsing */
        this.offset = 0;
        /** On the same line with a block map key */
        this.onKeyLine = false;
        /** Top indicates the node that's currently being built */
        this.stack = [];
        /** The source of the current token, set in parse() */
        this.source = '';
        /** The type of the current token, set in parse() */
        this.type = '';
        // Must be defined after `next()`
        this.lexer = new lexer.Lexer();
        this.onNewLine = onNewLine;
    }
    /**
     * Parse `source` as a YAML stream.
     * If `incomplete`, a part of the last line may be left as a buffer for the next call.
     *
     * Errors are not thrown, but yielded as `{ type: 'error', message }` tokens.
     *
     * @returns A generator of tokens representing each directive, document, and other structure.
     */
    *parse(source, incomplete = false) {
        if (this.onNewLine && this.offset === 0)
            this.onNewLine(0);
        for (const lexeme of this.lexer.lex(source, incomplete))
            yield* this.next(lexeme);
        if (!incomplete)
            yield* this.end();
    }
    /**
     * Advance the parser by the `source` of one lexical token.
     */
    *next(source) {
        this.source = source;
        if (node_process.env.LOG_TOKENS)
            console.log('|', cst.prettyToken(source));
        if (this.atScalar) {
            this.atScalar = false;
            yield* this.step();
            this.offset += source.length;
            return;
        }
        const type = cst.tokenType(source);
        if (!type) {
            const message = `Not a YAML token: ${source}`;
            yield* this.pop({ type: 'error', offset: this.offset, message, source });
            this.offset += source.length;
        }
        else if (type === 'scalar') {
            this.atNewLine = false;
            this.atScalar = true;
            this.type = 'scalar';
        }
        else {
            this.type = type;
            yield* this.step();
            switch (type) {
                case 'newline':
                    this.atNewLine = true;
                    this.indent = 0;
                    if (this.onNewLine)
                        this.onNewLine(this.offset + source.length);
                    break;
                case 'space':
                    if (this.atNewLine && source[0] === ' ')
                        this.indent += source.length;
                    break;
                case 'explicit-key-ind':
                case 'map-value-ind':
                case 'seq-item-ind':
                    if (this.atNewLine)
                        this.indent += source.length;
                    break;
                case 'doc-mode':
                case 'flow-error-end':
                    return;
                default:
                    this.atNewLine = false;
            }
            this.offset += source.length;
        }
    }
    /** Call at end of input to push out any remaining constructions */
    *end() {
        while (this.stack.length > 0)
            yield* this.pop();
    }
    get sourceToken() {
        const st = {
            type: this.type,
            offset: this.offset,
            indent: this.indent,
            source: this.source
        };
        return st;
    }
    *step() {
        const top = this.peek(1);
        if (this.type === 'doc-end' && top?.type !== 'doc-end') {
            while (this.stack.length > 0)
                yield* this.pop();
            this.stack.push({
                type: 'doc-end',
                offset: this.offset,
                source: this.source
            });
            return;
        }
        if (!top)
            return yield* this.stream();
        switch (top.type) {
            case 'document':
                return yield* this.document(top);
            case 'alias':
            case 'scalar':
            case 'single-quoted-scalar':
            case 'double-quoted-scalar':
                return yield* this.scalar(top);
            case 'block-scalar':
                return yield* this.blockScalar(top);
            case 'block-map':
                return yield* this.blockMap(top);
            case 'block-seq':
                return yield* this.blockSequence(top);
            case 'flow-collection':
                return yield* this.flowCollection(top);
            case 'doc-end':
                return yield* this.documentEnd(top);
        }
        /* istanbul ignore next should not happen */
        yield* this.pop();
    }
    peek(n) {
        return this.stack[this.stack.length - n];
    }
    *pop(error) {
        const token = error ?? this.stack.pop();
        /* istanbul ignore if should not happen */
        if (!token) {
            const message = 'Tried to pop an empty stack';
            yield { type: 'error', offset: this.offset, source: '', message };
        }
        else if (this.stack.length === 0) {
            yield token;
        }
        else {
            const top = this.peek(1);
            if (token.type === 'block-scalar') {
                // Block scalars use their parent rather than header indent
                token.indent = 'indent' in top ? top.indent : 0;
            }
            else if (token.type === 'flow-collection' && top.type === 'document') {
                // Ignore all indent for top-level flow collections
                token.indent = 0;
            }
            if (token.type === 'flow-collection')
                fixFlowSeqItems(token);
            switch (top.type) {
                case 'document':
                    top.value = token;
                    break;
                case 'block-scalar':
                    top.props.push(token); // error
                    break;
                case 'block-map': {
                    const it = top.items[top.items.length - 1];
                    if (it.value) {
                        top.items.push({ start: [], key: token, sep: [] });
                        this.onKeyLine = true;
                        return;
                    }
                    else if (it.sep) {
                        it.value = token;
                    }
                    else {
                        Object.assign(it, { key: token, sep: [] });
                        this.onKeyLine = !it.explicitKey;
                        return;
                    }
                    break;
                }
                case 'block-seq': {
                    const it = top.items[top.items.length - 1];
                    if (it.value)
                        top.items.push({ start: [], value: token });
                    else
                        it.value = token;
                    break;
                }
                case 'flow-collection': {
                    const it = top.items[top.items.length - 1];
                    if (!it || it.value)
                        top.items.push({ start: [], key: token, sep: [] });
                    else if (it.sep)
                        it.value = token;
                    else
                        Object.assign(it, { key: token, sep: [] });
                    return;
                }
                /* istanbul ignore next should not happen */
                default:
                    yield* this.pop();
                    yield* this.pop(token);
            }
            if ((top.type === 'document' ||
                top.type === 'block-map' ||
                top.type === 'block-seq') &&
                (token.type === 'block-map' || token.type === 'block-seq')) {
                const last = token.items[token.items.length - 1];
                if (last &&
                    !last.sep &&
                    !last.value &&
                    last.start.length > 0 &&
                    findNonEmptyIndex(last.start) === -1 &&
                    (token.indent === 0 ||
                        last.start.every(st => st.type !== 'comment' || st.indent < token.indent))) {
                    if (top.type === 'document')
                        top.end = last.start;
                    else
                        top.items.push({ start: last.start });
                    token.items.splice(-1, 1);
                }
            }
        }
    }
    *stream() {
        switch (this.type) {
            case 'directive-line':
                yield { type: 'directive', offset: this.offset, source: this.source };
                return;
            case 'byte-order-mark':
            case 'space':
            case 'comment':
            case 'newline':
                yield this.sourceToken;
                return;
            case 'doc-mode':
            case 'doc-start': {
                const doc = {
                    type: 'document',
                    offset: this.offset,
                    start: []
                };
                if (this.type === 'doc-start')
                    doc.start.push(this.sourceToken);
                this.stack.push(doc);
                return;
            }
        }
        yield {
            type: 'error',
            offset: this.offset,
            message: `Unexpected ${this.type} token in YAML stream`,
            source: this.source
        };
    }
    *document(doc) {
        if (doc.value)
            return yield* this.lineEnd(doc);
        switch (this.type) {
            case 'doc-start': {
                if (findNonEmptyIndex(doc.start) !== -1) {
                    yield* this.pop();
                    yield* this.step();
                }
                else
                    doc.start.push(this.sourceToken);
                return;
            }
            case 'anchor':
            case 'tag':
            case 'space':
            case 'comment':
            case 'newline':
                doc.start.push(this.sourceToken);
                return;
        }
        const bv = this.startBlockValue(doc);
        if (bv)
            this.stack.push(bv);
        else {
            yield {
                type: 'error',
                offset: this.offset,
                message: `Unexpected ${this.type} token in YAML document`,
                source: this.source
            };
        }
    }
    *scalar(scalar) {
        if (this.type === 'map-value-ind') {
            const prev = getPrevProps(this.peek(2));
            const start = getFirstKeyStartProps(prev);
            let sep;
            if (scalar.end) {
                sep = scalar.end;
                sep.push(this.sourceToken);
                delete scalar.end;
            }
            else
                sep = [this.sourceToken];
            const map = {
                type: 'block-map',
                offset: scalar.offset,
                indent: scalar.indent,
                items: [{ start, key: scalar, sep }]
            };
            this.onKeyLine = true;
            this.stack[this.stack.length - 1] = map;
        }
        else
            yield* this.lineEnd(scalar);
    }
    *blockScalar(scalar) {
        switch (this.type) {
            case 'space':
            case 'comment':
            case 'newline':
                scalar.props.push(this.sourceToken);
                return;
            case 'scalar':
                scalar.source = this.source;
                // block-scalar source includes trailing newline
                this.atNewLine = true;
                this.indent = 0;
                if (this.onNewLine) {
                    let nl = this.source.indexOf('\n') + 1;
                    while (nl !== 0) {
                        this.onNewLine(this.offset + nl);
                        nl = this.source.indexOf('\n', nl) + 1;
                    }
                }
                yield* this.pop();
                break;
            /* istanbul ignore next should not happen */
            default:
                yield* this.pop();
                yield* this.step();
        }
    }
    *blockMap(map) {
        const it = map.items[map.items.length - 1];
        // it.sep is true-ish if pair already has key or : separator
        switch (this.type) {
            case 'newline':
                this.onKeyLine = false;
                if (it.value) {
                    const end = 'end' in it.value ? it.value.end : undefined;
                    const last = Array.isArray(end) ? end[end.length - 1] : undefined;
                    if (last?.type === 'comment')
                        end?.push(this.sourceToken);
                    else
                        map.items.push({ start: [this.sourceToken] });
                }
                else if (it.sep) {
                    it.sep.push(this.sourceToken);
                }
                else {
                    it.start.push(this.sourceToken);
                }
                return;
            case 'space':
            case 'comment':
                if (it.value) {
                    map.items.push({ start: [this.sourceToken] });
                }
                else if (it.sep) {
                    it.sep.push(this.sourceToken);
                }
                else {
                    if (this.atIndentedComment(it.start, map.indent)) {
                        const prev = map.items[map.items.length - 2];
                        const end = prev?.value?.end;
                        if (Array.isArray(end)) {
                            arrayPushArray(end, it.start);
                            end.push(this.sourceToken);
                            map.items.pop();
                            return;
                        }
                    }
                    it.start.push(this.sourceToken);
                }
                return;
        }
        if (this.indent >= map.indent) {
            const atMapIndent = !this.onKeyLine && this.indent === map.indent;
            const atNextItem = atMapIndent &&
                (it.sep || it.explicitKey) &&
                this.type !== 'seq-item-ind';
            // For empty nodes, assign newline-separated not indented empty tokens to following node
            let start = [];
            if (atNextItem && it.sep && !it.value) {
                const nl = [];
                for (let i = 0; i < it.sep.length; ++i) {
                    const st = it.sep[i];
                    switch (st.type) {
                        case 'newline':
                            nl.push(i);
                            break;
                        case 'space':
                            break;
                        case 'comment':
                            if (st.indent > map.indent)
                                nl.length = 0;
                            break;
                        default:
                            nl.length = 0;
                    }
                }
                if (nl.length >= 2)
                    start = it.sep.splice(nl[1]);
            }
            switch (this.type) {
                case 'anchor':
                case 'tag':
                    if (atNextItem || it.value) {
                        start.push(this.sourceToken);
                        map.items.push({ start });
                        this.onKeyLine = true;
                    }
                    else if (it.sep) {
                        it.sep.push(this.sourceToken);
                    }
                    else {
                        it.start.push(this.sourceToken);
                    }
                    return;
                case 'explicit-key-ind':
                    if (!it.sep && !it.explicitKey) {
                        it.start.push(this.sourceToken);
                        it.explicitKey = true;
                    }
                    else if (atNextItem || it.value) {
                        start.push(this.sourceToken);
                        map.items.push({ start, explicitKey: true });
                    }
                    else {
                        this.stack.push({
                            type: 'block-map',
                            offset: this.offset,
                            indent: this.indent,
                            items: [{ start: [this.sourceToken], explicitKey: true }]
                        });
                    }
                    this.onKeyLine = true;
                    return;
                case 'map-value-ind':
                    if (it.explicitKey) {
                        if (!it.sep) {
                            if (includesToken(it.start, 'newline')) {
                                Object.assign(it, { key: null, sep: [this.sourceToken] });
                            }
                            else {
                                const start = getFirstKeyStartProps(it.start);
                                this.stack.push({
                                    type: 'block-map',
                                    offset: this.offset,
                                    indent: this.indent,
                                    items: [{ start, key: null, sep: [this.sourceToken] }]
                                });
                            }
                        }
                        else if (it.value) {
                            map.items.push({ start: [], key: null, sep: [this.sourceToken] });
                        }
                        else if (includesToken(it.sep, 'map-value-ind')) {
                            this.stack.push({
                                type: 'block-map',
                                offset: this.offset,
                                indent: this.indent,
                                items: [{ start, key: null, sep: [this.sourceToken] }]
                            });
                        }
                        else if (isFlowToken(it.key) &&
                            !includesToken(it.sep, 'newline')) {
                            const start = getFirstKeyStartProps(it.start);
                            const key = it.key;
                            const sep = it.sep;
                            sep.push(this.sourceToken);
                            // @ts-expect-error type guard is wrong here
                            delete it.key;
                            // @ts-expect-error type guard is wrong here
                            delete it.sep;
                            this.stack.push({
                                type: 'block-map',
                                offset: this.offset,
                                indent: this.indent,
                                items: [{ start, key, sep }]
                            });
                        }
                        else if (start.length > 0) {
                            // Not actually at next item
                            it.sep = it.sep.concat(start, this.sourceToken);
                        }
                        else {
                            it.sep.push(this.sourceToken);
                        }
                    }
                    else {
                        if (!it.sep) {
                            Object.assign(it, { key: null, sep: [this.sourceToken] });
                        }
                        else if (it.value || atNextItem) {
                            map.items.push({ start, key: null, sep: [this.sourceToken] });
                        }
                        else if (includesToken(it.sep, 'map-value-ind')) {
                            this.stack.push({
                                type: 'block-map',
                                offset: this.offset,
                                indent: this.indent,
                                items: [{ start: [], key: null, sep: [this.sourceToken] }]
                            });
                        }
                        else {
                            it.sep.push(this.sourceToken);
                        }
                    }
                    this.onKeyLine = true;
                    return;
                case 'alias':
                case 'scalar':
                case 'single-quoted-scalar':
                case 'double-quoted-scalar': {
                    const fs = this.flowScalar(this.type);
                    if (atNextItem || it.value) {
                        map.items.push({ start, key: fs, sep: [] });
                        this.onKeyLine = true;
                    }
                    else if (it.sep) {
                        this.stack.push(fs);
                    }
                    else {
                        Object.assign(it, { key: fs, sep: [] });
                        this.onKeyLine = true;
                    }
                    return;
                }
                default: {
                    const bv = this.startBlockValue(map);
                    if (bv) {
                        if (bv.type === 'block-seq') {
                            if (!it.explicitKey &&
                                it.sep &&
                                !includesToken(it.sep, 'newline')) {
                                yield* this.pop({
                                    type: 'error',
                                    offset: this.offset,
                                    message: 'Unexpected block-seq-ind on same line with key',
                                    source: this.source
                                });
                                return;
                            }
                        }
                        else if (atMapIndent) {
                            map.items.push({ start });
                        }
                        this.stack.push(bv);
                        return;
                    }
                }
            }
        }
        yield* this.pop();
        yield* this.step();
    }
    *blockSequence(seq) {
        const it = seq.items[seq.items.length - 1];
        switch (this.type) {
            case 'newline':
                if (it.value) {
                    const end = 'end' in it.value ? it.value.end : undefined;
                    const last = Array.isArray(end) ? end[end.length - 1] : undefined;
                    if (last?.type === 'comment')
                        end?.push(this.sourceToken);
                    else
                        seq.items.push({ start: [this.sourceToken] });
                }
                else
                    it.start.push(this.sourceToken);
                return;
            case 'space':
            case 'comment':
                if (it.value)
                    seq.items.push({ start: [this.sourceToken] });
                else {
                    if (this.atIndentedComment(it.start, seq.indent)) {
                        const prev = seq.items[seq.items.length - 2];
                        const end = prev?.value?.end;
                        if (Array.isArray(end)) {
                            arrayPushArray(end, it.start);
                            end.push(this.sourceToken);
                            seq.items.pop();
                            return;
                        }
                    }
                    it.start.push(this.sourceToken);
                }
                return;
            case 'anchor':
            case 'tag':
                if (it.value || this.indent <= seq.indent)
                    break;
                it.start.push(this.sourceToken);
                return;
            case 'seq-item-ind':
                if (this.indent !== seq.indent)
                    break;
                if (it.value || includesToken(it.start, 'seq-item-ind'))
                    seq.items.push({ start: [this.sourceToken] });
                else
                    it.start.push(this.sourceToken);
                return;
        }
        if (this.indent > seq.indent) {
            const bv = this.startBlockValue(seq);
            if (bv) {
                this.stack.push(bv);
                return;
            }
        }
        yield* this.pop();
        yield* this.step();
    }
    *flowCollection(fc) {
        const it = fc.items[fc.items.length - 1];
        if (this.type === 'flow-error-end') {
            let top;
            do {
                yield* this.pop();
                top = this.peek(1);
            } while (top?.type === 'flow-collection');
        }
        else if (fc.end.length === 0) {
            switch (this.type) {
                case 'comma':
                case 'explicit-key-ind':
                    if (!it || it.sep)
                        fc.items.push({ start: [this.sourceToken] });
                    else
                        it.start.push(this.sourceToken);
                    return;
                case 'map-value-ind':
                    if (!it || it.value)
                        fc.items.push({ start: [], key: null, sep: [this.sourceToken] });
                    else if (it.sep)
                        it.sep.push(this.sourceToken);
                    else
                        Object.assign(it, { key: null, sep: [this.sourceToken] });
                    return;
                case 'space':
                case 'comment':
                case 'newline':
                case 'anchor':
                case 'tag':
                    if (!it || it.value)
                        fc.items.push({ start: [this.sourceToken] });
                    else if (it.sep)
                        it.sep.push(this.sourceToken);
                    else
                        it.start.push(this.sourceToken);
                    return;
                case 'alias':
                case 'scalar':
                case 'single-quoted-scalar':
                case 'double-quoted-scalar': {
                    const fs = this.flowScalar(this.type);
                    if (!it || it.value)
                        fc.items.push({ start: [], key: fs, sep: [] });
                    else if (it.sep)
                        this.stack.push(fs);
                    else
                        Object.assign(it, { key: fs, sep: [] });
                    return;
                }
                case 'flow-map-end':
                case 'flow-seq-end':
                    fc.end.push(this.sourceToken);
                    return;
            }
            const bv = this.startBlockValue(fc);
            /* istanbul ignore else should not happen */
            if (bv)
                this.stack.push(bv);
            else {
                yield* this.pop();
                yield* this.step();
            }
        }
        else {
            const parent = this.peek(2);
            if (parent.type === 'block-map' &&
                ((this.type === 'map-value-ind' && parent.indent === fc.indent) ||
                    (this.type === 'newline' &&
                        !parent.items[parent.items.length - 1].sep))) {
                yield* this.pop();
                yield* this.step();
            }
            else if (this.type === 'map-value-ind' &&
                parent.type !== 'flow-collection') {
                const prev = getPrevProps(parent);
                const start = getFirstKeyStartProps(prev);
                fixFlowSeqItems(fc);
                const sep = fc.end.splice(1, fc.end.length);
                sep.push(this.sourceToken);
                const map = {
                    type: 'block-map',
                    offset: fc.offset,
                    indent: fc.indent,
                    items: [{ start, key: fc, sep }]
                };
                this.onKeyLine = true;
                this.stack[this.stack.length - 1] = map;
            }
            else {
                yield* this.lineEnd(fc);
            }
        }
    }
    flowScalar(type) {
        if (this.onNewLine) {
            let nl = this.source.indexOf('\n') + 1;
            while (nl !== 0) {
                this.onNewLine(this.offset + nl);
                nl = this.source.indexOf('\n', nl) + 1;
            }
        }
        return {
            type,
            offset: this.offset,
            indent: this.indent,
            source: this.source
        };
    }
    startBlockValue(parent) {
        switch (this.type) {
            case 'alias':
            case 'scalar':
            case 'single-quoted-scalar':
            case 'double-quoted-scalar':
                return this.flowScalar(this.type);
            case 'block-scalar-header':
                return {
                    type: 'block-scalar',
                    offset: this.offset,
                    indent: this.indent,
                    props: [this.sourceToken],
                    source: ''
                };
            case 'flow-map-start':
            case 'flow-seq-start':
                return {
                    type: 'flow-collection',
                    offset: this.offset,
                    indent: this.indent,
                    start: this.sourceToken,
                    items: [],
                    end: []
                };
            case 'seq-item-ind':
                return {
                    type: 'block-seq',
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start: [this.sourceToken] }]
                };
            case 'explicit-key-ind': {
                this.onKeyLine = true;
                const prev = getPrevProps(parent);
                const start = getFirstKeyStartProps(prev);
                start.push(this.sourceToken);
                return {
                    type: 'block-map',
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start, explicitKey: true }]
                };
            }
            case 'map-value-ind': {
                this.onKeyLine = true;
                const prev = getPrevProps(parent);
                const start = getFirstKeyStartProps(prev);
                return {
                    type: 'block-map',
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start, key: null, sep: [this.sourceToken] }]
                };
            }
        }
        return null;
    }
    atIndentedComment(start, indent) {
        if (this.type !== 'comment')
            return false;
        if (this.indent <= indent)
            return false;
        return start.every(st => st.type === 'newline' || st.type === 'space');
    }
    *documentEnd(docEnd) {
        if (this.type !== 'doc-mode') {
            if (docEnd.end)
                docEnd.end.push(this.sourceToken);
            else
                docEnd.end = [this.sourceToken];
            if (this.type === 'newline')
                yield* this.pop();
        }
    }
    *lineEnd(token) {
        switch (this.type) {
            case 'comma':
            case 'doc-start':
            case 'doc-end':
            case 'flow-seq-end':
            case 'flow-map-end':
            case 'map-value-ind':
                yield* this.pop();
                yield* this.step();
                break;
            case 'newline':
                this.onKeyLine = false;
            // fallthrough
            case 'space':
            case 'comment':
            default:
                // all other values are errors
                if (token.end)
                    token.end.push(this.sourceToken);
                else
                    token.end = [this.sourceToken];
                if (this.type === 'newline')
                    yield* this.pop();
        }
    }
}

exports.Parser = Parser;


/***/ }),

/***/ 4047:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var composer = __nccwpck_require__(9984);
var Document = __nccwpck_require__(3021);
var errors = __nccwpck_require__(1464);
var log = __nccwpck_require__(7249);
var identity = __nccwpck_require__(1127);
var lineCounter = __nccwpck_require__(6628);
var parser = __nccwpck_require__(3456);

function parseOptions(options) {
    const prettyErrors = options.prettyErrors !== false;
    const lineCounter$1 = options.lineCounter || (prettyErrors && new lineCounter.LineCounter()) || null;
    return { lineCounter: lineCounter$1, prettyErrors };
}
/**
 * Parse the input as a stream of YAML documents.
 *
 * Documents should be separated from each other by `...` or `---` marker lines.
 *
 * @returns If an empty `docs` array is returned, it will be of type
 *   EmptyStream and contain additional stream information. In
 *   TypeScript, you should use `'empty' in docs` as a type guard for it.
 */
function parseAllDocuments(source, options = {}) {
    const { lineCounter, prettyErrors } = parseOptions(options);
    const parser$1 = new parser.Parser(lineCounter?.addNewLine);
    const composer$1 = new composer.Composer(options);
    const docs = Array.from(composer$1.compose(parser$1.parse(source)));
    if (prettyErrors && lineCounter)
        for (const doc of docs) {
            doc.errors.forEach(errors.prettifyError(source, lineCounter));
            doc.warnings.forEach(errors.prettifyError(source, lineCounter));
        }
    if (docs.length > 0)
        return docs;
    return Object.assign([], { empty: true }, composer$1.streamInfo());
}
/** Parse an input string into a single YAML.Document */
function parseDocument(source, options = {}) {
    const { lineCounter, prettyErrors } = parseOptions(options);
    const parser$1 = new parser.Parser(lineCounter?.addNewLine);
    const composer$1 = new composer.Composer(options);
    // `doc` is always set by compose.end(true) at the very latest
    let doc = null;
    for (const _doc of composer$1.compose(parser$1.parse(source), true, source.length)) {
        if (!doc)
            doc = _doc;
        else if (doc.options.logLevel !== 'silent') {
            doc.errors.push(new errors.YAMLParseError(_doc.range.slice(0, 2), 'MULTIPLE_DOCS', 'Source contains multiple documents; please use YAML.parseAllDocuments()'));
            break;
        }
    }
    if (prettyErrors && lineCounter) {
        doc.errors.forEach(errors.prettifyError(source, lineCounter));
        doc.warnings.forEach(errors.prettifyError(source, lineCounter));
    }
    return doc;
}
function parse(src, reviver, options) {
    let _reviver = undefined;
    if (typeof reviver === 'function') {
        _reviver = reviver;
    }
    else if (options === undefined && reviver && typeof reviver === 'object') {
        options = reviver;
    }
    const doc = parseDocument(src, options);
    if (!doc)
        return null;
    doc.warnings.forEach(warning => log.warn(doc.options.logLevel, warning));
    if (doc.errors.length > 0) {
        if (doc.options.logLevel !== 'silent')
            throw doc.errors[0];
        else
            doc.errors = [];
    }
    return doc.toJS(Object.assign({ reviver: _reviver }, options));
}
function stringify(value, replacer, options) {
    let _replacer = null;
    if (typeof replacer === 'function' || Array.isArray(replacer)) {
        _replacer = replacer;
    }
    else if (options === undefined && replacer) {
        options = replacer;
    }
    if (typeof options === 'string')
        options = options.length;
    if (typeof options === 'number') {
        const indent = Math.round(options);
        options = indent < 1 ? undefined : indent > 8 ? { indent: 8 } : { indent };
    }
    if (value === undefined) {
        const { keepUndefined } = options ?? replacer ?? {};
        if (!keepUndefined)
            return undefined;
    }
    if (identity.isDocument(value) && !_replacer)
        return value.toString(options);
    return new Document.Document(value, _replacer, options).toString(options);
}

exports.parse = parse;
exports.parseAllDocuments = parseAllDocuments;
exports.parseDocument = parseDocument;
exports.stringify = stringify;


/***/ }),

/***/ 5840:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var map = __nccwpck_require__(7451);
var seq = __nccwpck_require__(1706);
var string = __nccwpck_require__(6464);
var tags = __nccwpck_require__(18);

const sortMapEntriesByKey = (a, b) => a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
class Schema {
    constructor({ compat, customTags, merge, resolveKnownTags, schema, sortMapEntries, toStringDefaults }) {
        this.compat = Array.isArray(compat)
            ? tags.getTags(compat, 'compat')
            : compat
                ? tags.getTags(null, compat)
                : null;
        this.name = (typeof schema === 'string' && schema) || 'core';
        this.knownTags = resolveKnownTags ? tags.coreKnownTags : {};
        this.tags = tags.getTags(customTags, this.name, merge);
        this.toStringOptions = toStringDefaults ?? null;
        Object.defineProperty(this, identity.MAP, { value: map.map });
        Object.defineProperty(this, identity.SCALAR, { value: string.string });
        Object.defineProperty(this, identity.SEQ, { value: seq.seq });
        // Used by createMap()
        this.sortMapEntries =
            typeof sortMapEntries === 'function'
                ? sortMapEntries
                : sortMapEntries === true
                    ? sortMapEntriesByKey
                    : null;
    }
    clone() {
        const copy = Object.create(Schema.prototype, Object.getOwnPropertyDescriptors(this));
        copy.tags = this.tags.slice();
        return copy;
    }
}

exports.Schema = Schema;


/***/ }),

/***/ 7451:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var YAMLMap = __nccwpck_require__(4454);

const map = {
    collection: 'map',
    default: true,
    nodeClass: YAMLMap.YAMLMap,
    tag: 'tag:yaml.org,2002:map',
    resolve(map, onError) {
        if (!identity.isMap(map))
            onError('Expected a mapping for this tag');
        return map;
    },
    createNode: (schema, obj, ctx) => YAMLMap.YAMLMap.from(schema, obj, ctx)
};

exports.map = map;


/***/ }),

/***/ 3632:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);

const nullTag = {
    identify: value => value == null,
    createNode: () => new Scalar.Scalar(null),
    default: true,
    tag: 'tag:yaml.org,2002:null',
    test: /^(?:~|[Nn]ull|NULL)?$/,
    resolve: () => new Scalar.Scalar(null),
    stringify: ({ source }, ctx) => typeof source === 'string' && nullTag.test.test(source)
        ? source
        : ctx.options.nullStr
};

exports.nullTag = nullTag;


/***/ }),

/***/ 1706:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var YAMLSeq = __nccwpck_require__(2223);

const seq = {
    collection: 'seq',
    default: true,
    nodeClass: YAMLSeq.YAMLSeq,
    tag: 'tag:yaml.org,2002:seq',
    resolve(seq, onError) {
        if (!identity.isSeq(seq))
            onError('Expected a sequence for this tag');
        return seq;
    },
    createNode: (schema, obj, ctx) => YAMLSeq.YAMLSeq.from(schema, obj, ctx)
};

exports.seq = seq;


/***/ }),

/***/ 6464:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var stringifyString = __nccwpck_require__(3069);

const string = {
    identify: value => typeof value === 'string',
    default: true,
    tag: 'tag:yaml.org,2002:str',
    resolve: str => str,
    stringify(item, ctx, onComment, onChompKeep) {
        ctx = Object.assign({ actualString: true }, ctx);
        return stringifyString.stringifyString(item, ctx, onComment, onChompKeep);
    }
};

exports.string = string;


/***/ }),

/***/ 3959:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);

const boolTag = {
    identify: value => typeof value === 'boolean',
    default: true,
    tag: 'tag:yaml.org,2002:bool',
    test: /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/,
    resolve: str => new Scalar.Scalar(str[0] === 't' || str[0] === 'T'),
    stringify({ source, value }, ctx) {
        if (source && boolTag.test.test(source)) {
            const sv = source[0] === 't' || source[0] === 'T';
            if (value === sv)
                return source;
        }
        return value ? ctx.options.trueStr : ctx.options.falseStr;
    }
};

exports.boolTag = boolTag;


/***/ }),

/***/ 8405:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);
var stringifyNumber = __nccwpck_require__(8689);

const floatNaN = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
    resolve: str => str.slice(-3).toLowerCase() === 'nan'
        ? NaN
        : str[0] === '-'
            ? Number.NEGATIVE_INFINITY
            : Number.POSITIVE_INFINITY,
    stringify: stringifyNumber.stringifyNumber
};
const floatExp = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    format: 'EXP',
    test: /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+$/,
    resolve: str => parseFloat(str),
    stringify(node) {
        const num = Number(node.value);
        return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
    }
};
const float = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    test: /^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/,
    resolve(str) {
        const node = new Scalar.Scalar(parseFloat(str));
        const dot = str.indexOf('.');
        if (dot !== -1 && str[str.length - 1] === '0')
            node.minFractionDigits = str.length - dot - 1;
        return node;
    },
    stringify: stringifyNumber.stringifyNumber
};

exports.float = float;
exports.floatExp = floatExp;
exports.floatNaN = floatNaN;


/***/ }),

/***/ 9874:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var stringifyNumber = __nccwpck_require__(8689);

const intIdentify = (value) => typeof value === 'bigint' || Number.isInteger(value);
const intResolve = (str, offset, radix, { intAsBigInt }) => (intAsBigInt ? BigInt(str) : parseInt(str.substring(offset), radix));
function intStringify(node, radix, prefix) {
    const { value } = node;
    if (intIdentify(value) && value >= 0)
        return prefix + value.toString(radix);
    return stringifyNumber.stringifyNumber(node);
}
const intOct = {
    identify: value => intIdentify(value) && value >= 0,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'OCT',
    test: /^0o[0-7]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 2, 8, opt),
    stringify: node => intStringify(node, 8, '0o')
};
const int = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    test: /^[-+]?[0-9]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
    stringify: stringifyNumber.stringifyNumber
};
const intHex = {
    identify: value => intIdentify(value) && value >= 0,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'HEX',
    test: /^0x[0-9a-fA-F]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
    stringify: node => intStringify(node, 16, '0x')
};

exports.int = int;
exports.intHex = intHex;
exports.intOct = intOct;


/***/ }),

/***/ 896:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var map = __nccwpck_require__(7451);
var _null = __nccwpck_require__(3632);
var seq = __nccwpck_require__(1706);
var string = __nccwpck_require__(6464);
var bool = __nccwpck_require__(3959);
var float = __nccwpck_require__(8405);
var int = __nccwpck_require__(9874);

const schema = [
    map.map,
    seq.seq,
    string.string,
    _null.nullTag,
    bool.boolTag,
    int.intOct,
    int.int,
    int.intHex,
    float.floatNaN,
    float.floatExp,
    float.float
];

exports.schema = schema;


/***/ }),

/***/ 3559:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);
var map = __nccwpck_require__(7451);
var seq = __nccwpck_require__(1706);

function intIdentify(value) {
    return typeof value === 'bigint' || Number.isInteger(value);
}
const stringifyJSON = ({ value }) => JSON.stringify(value);
const jsonScalars = [
    {
        identify: value => typeof value === 'string',
        default: true,
        tag: 'tag:yaml.org,2002:str',
        resolve: str => str,
        stringify: stringifyJSON
    },
    {
        identify: value => value == null,
        createNode: () => new Scalar.Scalar(null),
        default: true,
        tag: 'tag:yaml.org,2002:null',
        test: /^null$/,
        resolve: () => null,
        stringify: stringifyJSON
    },
    {
        identify: value => typeof value === 'boolean',
        default: true,
        tag: 'tag:yaml.org,2002:bool',
        test: /^true$|^false$/,
        resolve: str => str === 'true',
        stringify: stringifyJSON
    },
    {
        identify: intIdentify,
        default: true,
        tag: 'tag:yaml.org,2002:int',
        test: /^-?(?:0|[1-9][0-9]*)$/,
        resolve: (str, _onError, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str, 10),
        stringify: ({ value }) => intIdentify(value) ? value.toString() : JSON.stringify(value)
    },
    {
        identify: value => typeof value === 'number',
        default: true,
        tag: 'tag:yaml.org,2002:float',
        test: /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$/,
        resolve: str => parseFloat(str),
        stringify: stringifyJSON
    }
];
const jsonError = {
    default: true,
    tag: '',
    test: /^/,
    resolve(str, onError) {
        onError(`Unresolved plain scalar ${JSON.stringify(str)}`);
        return str;
    }
};
const schema = [map.map, seq.seq].concat(jsonScalars, jsonError);

exports.schema = schema;


/***/ }),

/***/ 18:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var map = __nccwpck_require__(7451);
var _null = __nccwpck_require__(3632);
var seq = __nccwpck_require__(1706);
var string = __nccwpck_require__(6464);
var bool = __nccwpck_require__(3959);
var float = __nccwpck_require__(8405);
var int = __nccwpck_require__(9874);
var schema = __nccwpck_require__(896);
var schema$1 = __nccwpck_require__(3559);
var binary = __nccwpck_require__(6083);
var merge = __nccwpck_require__(452);
var omap = __nccwpck_require__(303);
var pairs = __nccwpck_require__(8385);
var schema$2 = __nccwpck_require__(5913);
var set = __nccwpck_require__(1528);
var timestamp = __nccwpck_require__(6752);

const schemas = new Map([
    ['core', schema.schema],
    ['failsafe', [map.map, seq.seq, string.string]],
    ['json', schema$1.schema],
    ['yaml11', schema$2.schema],
    ['yaml-1.1', schema$2.schema]
]);
const tagsByName = {
    binary: binary.binary,
    bool: bool.boolTag,
    float: float.float,
    floatExp: float.floatExp,
    floatNaN: float.floatNaN,
    floatTime: timestamp.floatTime,
    int: int.int,
    intHex: int.intHex,
    intOct: int.intOct,
    intTime: timestamp.intTime,
    map: map.map,
    merge: merge.merge,
    null: _null.nullTag,
    omap: omap.omap,
    pairs: pairs.pairs,
    seq: seq.seq,
    set: set.set,
    timestamp: timestamp.timestamp
};
const coreKnownTags = {
    'tag:yaml.org,2002:binary': binary.binary,
    'tag:yaml.org,2002:merge': merge.merge,
    'tag:yaml.org,2002:omap': omap.omap,
    'tag:yaml.org,2002:pairs': pairs.pairs,
    'tag:yaml.org,2002:set': set.set,
    'tag:yaml.org,2002:timestamp': timestamp.timestamp
};
function getTags(customTags, schemaName, addMergeTag) {
    const schemaTags = schemas.get(schemaName);
    if (schemaTags && !customTags) {
        return addMergeTag && !schemaTags.includes(merge.merge)
            ? schemaTags.concat(merge.merge)
            : schemaTags.slice();
    }
    let tags = schemaTags;
    if (!tags) {
        if (Array.isArray(customTags))
            tags = [];
        else {
            const keys = Array.from(schemas.keys())
                .filter(key => key !== 'yaml11')
                .map(key => JSON.stringify(key))
                .join(', ');
            throw new Error(`Unknown schema "${schemaName}"; use one of ${keys} or define customTags array`);
        }
    }
    if (Array.isArray(customTags)) {
        for (const tag of customTags)
            tags = tags.concat(tag);
    }
    else if (typeof customTags === 'function') {
        tags = customTags(tags.slice());
    }
    if (addMergeTag)
        tags = tags.concat(merge.merge);
    return tags.reduce((tags, tag) => {
        const tagObj = typeof tag === 'string' ? tagsByName[tag] : tag;
        if (!tagObj) {
            const tagName = JSON.stringify(tag);
            const keys = Object.keys(tagsByName)
                .map(key => JSON.stringify(key))
                .join(', ');
            throw new Error(`Unknown custom tag ${tagName}; use one of ${keys}`);
        }
        if (!tags.includes(tagObj))
            tags.push(tagObj);
        return tags;
    }, []);
}

exports.coreKnownTags = coreKnownTags;
exports.getTags = getTags;


/***/ }),

/***/ 6083:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var node_buffer = __nccwpck_require__(181);
var Scalar = __nccwpck_require__(3301);
var stringifyString = __nccwpck_require__(3069);

const binary = {
    identify: value => value instanceof Uint8Array, // Buffer inherits from Uint8Array
    default: false,
    tag: 'tag:yaml.org,2002:binary',
    /**
     * Returns a Buffer in node and an Uint8Array in browsers
     *
     * To use the resulting buffer as an image, you'll want to do something like:
     *
     *   const blob = new Blob([buffer], { type: 'image/jpeg' })
     *   document.querySelector('#photo').src = URL.createObjectURL(blob)
     */
    resolve(src, onError) {
        if (typeof node_buffer.Buffer === 'function') {
            return node_buffer.Buffer.from(src, 'base64');
        }
        else if (typeof atob === 'function') {
            // On IE 11, atob() can't handle newlines
            const str = atob(src.replace(/[\n\r]/g, ''));
            const buffer = new Uint8Array(str.length);
            for (let i = 0; i < str.length; ++i)
                buffer[i] = str.charCodeAt(i);
            return buffer;
        }
        else {
            onError('This environment does not support reading binary tags; either Buffer or atob is required');
            return src;
        }
    },
    stringify({ comment, type, value }, ctx, onComment, onChompKeep) {
        if (!value)
            return '';
        const buf = value; // checked earlier by binary.identify()
        let str;
        if (typeof node_buffer.Buffer === 'function') {
            str =
                buf instanceof node_buffer.Buffer
                    ? buf.toString('base64')
                    : node_buffer.Buffer.from(buf.buffer).toString('base64');
        }
        else if (typeof btoa === 'function') {
            let s = '';
            for (let i = 0; i < buf.length; ++i)
                s += String.fromCharCode(buf[i]);
            str = btoa(s);
        }
        else {
            throw new Error('This environment does not support writing binary tags; either Buffer or btoa is required');
        }
        type ?? (type = Scalar.Scalar.BLOCK_LITERAL);
        if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
            const lineWidth = Math.max(ctx.options.lineWidth - ctx.indent.length, ctx.options.minContentWidth);
            const n = Math.ceil(str.length / lineWidth);
            const lines = new Array(n);
            for (let i = 0, o = 0; i < n; ++i, o += lineWidth) {
                lines[i] = str.substr(o, lineWidth);
            }
            str = lines.join(type === Scalar.Scalar.BLOCK_LITERAL ? '\n' : ' ');
        }
        return stringifyString.stringifyString({ comment, type, value: str }, ctx, onComment, onChompKeep);
    }
};

exports.binary = binary;


/***/ }),

/***/ 8398:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);

function boolStringify({ value, source }, ctx) {
    const boolObj = value ? trueTag : falseTag;
    if (source && boolObj.test.test(source))
        return source;
    return value ? ctx.options.trueStr : ctx.options.falseStr;
}
const trueTag = {
    identify: value => value === true,
    default: true,
    tag: 'tag:yaml.org,2002:bool',
    test: /^(?:Y|y|[Yy]es|YES|[Tt]rue|TRUE|[Oo]n|ON)$/,
    resolve: () => new Scalar.Scalar(true),
    stringify: boolStringify
};
const falseTag = {
    identify: value => value === false,
    default: true,
    tag: 'tag:yaml.org,2002:bool',
    test: /^(?:N|n|[Nn]o|NO|[Ff]alse|FALSE|[Oo]ff|OFF)$/,
    resolve: () => new Scalar.Scalar(false),
    stringify: boolStringify
};

exports.falseTag = falseTag;
exports.trueTag = trueTag;


/***/ }),

/***/ 5782:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);
var stringifyNumber = __nccwpck_require__(8689);

const floatNaN = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
    resolve: (str) => str.slice(-3).toLowerCase() === 'nan'
        ? NaN
        : str[0] === '-'
            ? Number.NEGATIVE_INFINITY
            : Number.POSITIVE_INFINITY,
    stringify: stringifyNumber.stringifyNumber
};
const floatExp = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    format: 'EXP',
    test: /^[-+]?(?:[0-9][0-9_]*)?(?:\.[0-9_]*)?[eE][-+]?[0-9]+$/,
    resolve: (str) => parseFloat(str.replace(/_/g, '')),
    stringify(node) {
        const num = Number(node.value);
        return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
    }
};
const float = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    test: /^[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*$/,
    resolve(str) {
        const node = new Scalar.Scalar(parseFloat(str.replace(/_/g, '')));
        const dot = str.indexOf('.');
        if (dot !== -1) {
            const f = str.substring(dot + 1).replace(/_/g, '');
            if (f[f.length - 1] === '0')
                node.minFractionDigits = f.length;
        }
        return node;
    },
    stringify: stringifyNumber.stringifyNumber
};

exports.float = float;
exports.floatExp = floatExp;
exports.floatNaN = floatNaN;


/***/ }),

/***/ 873:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var stringifyNumber = __nccwpck_require__(8689);

const intIdentify = (value) => typeof value === 'bigint' || Number.isInteger(value);
function intResolve(str, offset, radix, { intAsBigInt }) {
    const sign = str[0];
    if (sign === '-' || sign === '+')
        offset += 1;
    str = str.substring(offset).replace(/_/g, '');
    if (intAsBigInt) {
        switch (radix) {
            case 2:
                str = `0b${str}`;
                break;
            case 8:
                str = `0o${str}`;
                break;
            case 16:
                str = `0x${str}`;
                break;
        }
        const n = BigInt(str);
        return sign === '-' ? BigInt(-1) * n : n;
    }
    const n = parseInt(str, radix);
    return sign === '-' ? -1 * n : n;
}
function intStringify(node, radix, prefix) {
    const { value } = node;
    if (intIdentify(value)) {
        const str = value.toString(radix);
        return value < 0 ? '-' + prefix + str.substr(1) : prefix + str;
    }
    return stringifyNumber.stringifyNumber(node);
}
const intBin = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'BIN',
    test: /^[-+]?0b[0-1_]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 2, 2, opt),
    stringify: node => intStringify(node, 2, '0b')
};
const intOct = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'OCT',
    test: /^[-+]?0[0-7_]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 1, 8, opt),
    stringify: node => intStringify(node, 8, '0')
};
const int = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    test: /^[-+]?[0-9][0-9_]*$/,
    resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
    stringify: stringifyNumber.stringifyNumber
};
const intHex = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'HEX',
    test: /^[-+]?0x[0-9a-fA-F_]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
    stringify: node => intStringify(node, 16, '0x')
};

exports.int = int;
exports.intBin = intBin;
exports.intHex = intHex;
exports.intOct = intOct;


/***/ }),

/***/ 452:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Scalar = __nccwpck_require__(3301);

// If the value associated with a merge key is a single mapping node, each of
// its key/value pairs is inserted into the current mapping, unless the key
// already exists in it. If the value associated with the merge key is a
// sequence, then this sequence is expected to contain mapping nodes and each
// of these nodes is merged in turn according to its order in the sequence.
// Keys in mapping nodes earlier in the sequence override keys specified in
// later mapping nodes. -- http://yaml.org/type/merge.html
const MERGE_KEY = '<<';
const merge = {
    identify: value => value === MERGE_KEY ||
        (typeof value === 'symbol' && value.description === MERGE_KEY),
    default: 'key',
    tag: 'tag:yaml.org,2002:merge',
    test: /^<<$/,
    resolve: () => Object.assign(new Scalar.Scalar(Symbol(MERGE_KEY)), {
        addToJSMap: addMergeToJSMap
    }),
    stringify: () => MERGE_KEY
};
const isMergeKey = (ctx, key) => (merge.identify(key) ||
    (identity.isScalar(key) &&
        (!key.type || key.type === Scalar.Scalar.PLAIN) &&
        merge.identify(key.value))) &&
    ctx?.doc.schema.tags.some(tag => tag.tag === merge.tag && tag.default);
function addMergeToJSMap(ctx, map, value) {
    const source = resolveAliasValue(ctx, value);
    if (identity.isSeq(source))
        for (const it of source.items)
            mergeValue(ctx, map, it);
    else if (Array.isArray(source))
        for (const it of source)
            mergeValue(ctx, map, it);
    else
        mergeValue(ctx, map, source);
}
function mergeValue(ctx, map, value) {
    const source = resolveAliasValue(ctx, value);
    if (!identity.isMap(source))
        throw new Error('Merge sources must be maps or map aliases');
    const srcMap = source.toJSON(null, ctx, Map);
    for (const [key, value] of srcMap) {
        if (map instanceof Map) {
            if (!map.has(key))
                map.set(key, value);
        }
        else if (map instanceof Set) {
            map.add(key);
        }
        else if (!Object.prototype.hasOwnProperty.call(map, key)) {
            Object.defineProperty(map, key, {
                value,
                writable: true,
                enumerable: true,
                configurable: true
            });
        }
    }
    return map;
}
function resolveAliasValue(ctx, value) {
    return ctx && identity.isAlias(value) ? value.resolve(ctx.doc, ctx) : value;
}

exports.addMergeToJSMap = addMergeToJSMap;
exports.isMergeKey = isMergeKey;
exports.merge = merge;


/***/ }),

/***/ 303:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var toJS = __nccwpck_require__(4043);
var YAMLMap = __nccwpck_require__(4454);
var YAMLSeq = __nccwpck_require__(2223);
var pairs = __nccwpck_require__(8385);

class YAMLOMap extends YAMLSeq.YAMLSeq {
    constructor() {
        super();
        this.add = YAMLMap.YAMLMap.prototype.add.bind(this);
        this.delete = YAMLMap.YAMLMap.prototype.delete.bind(this);
        this.get = YAMLMap.YAMLMap.prototype.get.bind(this);
        this.has = YAMLMap.YAMLMap.prototype.has.bind(this);
        this.set = YAMLMap.YAMLMap.prototype.set.bind(this);
        this.tag = YAMLOMap.tag;
    }
    /**
     * If `ctx` is given, the return type is actually `Map<unknown, unknown>`,
     * but TypeScript won't allow widening the signature of a child method.
     */
    toJSON(_, ctx) {
        if (!ctx)
            return super.toJSON(_);
        const map = new Map();
        if (ctx?.onCreate)
            ctx.onCreate(map);
        for (const pair of this.items) {
            let key, value;
            if (identity.isPair(pair)) {
                key = toJS.toJS(pair.key, '', ctx);
                value = toJS.toJS(pair.value, key, ctx);
            }
            else {
                key = toJS.toJS(pair, '', ctx);
            }
            if (map.has(key))
                throw new Error('Ordered maps must not include duplicate keys');
            map.set(key, value);
        }
        return map;
    }
    static from(schema, iterable, ctx) {
        const pairs$1 = pairs.createPairs(schema, iterable, ctx);
        const omap = new this();
        omap.items = pairs$1.items;
        return omap;
    }
}
YAMLOMap.tag = 'tag:yaml.org,2002:omap';
const omap = {
    collection: 'seq',
    identify: value => value instanceof Map,
    nodeClass: YAMLOMap,
    default: false,
    tag: 'tag:yaml.org,2002:omap',
    resolve(seq, onError) {
        const pairs$1 = pairs.resolvePairs(seq, onError);
        const seenKeys = [];
        for (const { key } of pairs$1.items) {
            if (identity.isScalar(key)) {
                if (seenKeys.includes(key.value)) {
                    onError(`Ordered maps must not include duplicate keys: ${key.value}`);
                }
                else {
                    seenKeys.push(key.value);
                }
            }
        }
        return Object.assign(new YAMLOMap(), pairs$1);
    },
    createNode: (schema, iterable, ctx) => YAMLOMap.from(schema, iterable, ctx)
};

exports.YAMLOMap = YAMLOMap;
exports.omap = omap;


/***/ }),

/***/ 8385:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Pair = __nccwpck_require__(7165);
var Scalar = __nccwpck_require__(3301);
var YAMLSeq = __nccwpck_require__(2223);

function resolvePairs(seq, onError) {
    if (identity.isSeq(seq)) {
        for (let i = 0; i < seq.items.length; ++i) {
            let item = seq.items[i];
            if (identity.isPair(item))
                continue;
            else if (identity.isMap(item)) {
                if (item.items.length > 1)
                    onError('Each pair must have its own sequence indicator');
                const pair = item.items[0] || new Pair.Pair(new Scalar.Scalar(null));
                if (item.commentBefore)
                    pair.key.commentBefore = pair.key.commentBefore
                        ? `${item.commentBefore}\n${pair.key.commentBefore}`
                        : item.commentBefore;
                if (item.comment) {
                    const cn = pair.value ?? pair.key;
                    cn.comment = cn.comment
                        ? `${item.comment}\n${cn.comment}`
                        : item.comment;
                }
                item = pair;
            }
            seq.items[i] = identity.isPair(item) ? item : new Pair.Pair(item);
        }
    }
    else
        onError('Expected a sequence for this tag');
    return seq;
}
function createPairs(schema, iterable, ctx) {
    const { replacer } = ctx;
    const pairs = new YAMLSeq.YAMLSeq(schema);
    pairs.tag = 'tag:yaml.org,2002:pairs';
    let i = 0;
    if (iterable && Symbol.iterator in Object(iterable))
        for (let it of iterable) {
            if (typeof replacer === 'function')
                it = replacer.call(iterable, String(i++), it);
            let key, value;
            if (Array.isArray(it)) {
                if (it.length === 2) {
                    key = it[0];
                    value = it[1];
                }
                else
                    throw new TypeError(`Expected [key, value] tuple: ${it}`);
            }
            else if (it && it instanceof Object) {
                const keys = Object.keys(it);
                if (keys.length === 1) {
                    key = keys[0];
                    value = it[key];
                }
                else {
                    throw new TypeError(`Expected tuple with one key, not ${keys.length} keys`);
                }
            }
            else {
                key = it;
            }
            pairs.items.push(Pair.createPair(key, value, ctx));
        }
    return pairs;
}
const pairs = {
    collection: 'seq',
    default: false,
    tag: 'tag:yaml.org,2002:pairs',
    resolve: resolvePairs,
    createNode: createPairs
};

exports.createPairs = createPairs;
exports.pairs = pairs;
exports.resolvePairs = resolvePairs;


/***/ }),

/***/ 5913:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var map = __nccwpck_require__(7451);
var _null = __nccwpck_require__(3632);
var seq = __nccwpck_require__(1706);
var string = __nccwpck_require__(6464);
var binary = __nccwpck_require__(6083);
var bool = __nccwpck_require__(8398);
var float = __nccwpck_require__(5782);
var int = __nccwpck_require__(873);
var merge = __nccwpck_require__(452);
var omap = __nccwpck_require__(303);
var pairs = __nccwpck_require__(8385);
var set = __nccwpck_require__(1528);
var timestamp = __nccwpck_require__(6752);

const schema = [
    map.map,
    seq.seq,
    string.string,
    _null.nullTag,
    bool.trueTag,
    bool.falseTag,
    int.intBin,
    int.intOct,
    int.int,
    int.intHex,
    float.floatNaN,
    float.floatExp,
    float.float,
    binary.binary,
    merge.merge,
    omap.omap,
    pairs.pairs,
    set.set,
    timestamp.intTime,
    timestamp.floatTime,
    timestamp.timestamp
];

exports.schema = schema;


/***/ }),

/***/ 1528:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Pair = __nccwpck_require__(7165);
var YAMLMap = __nccwpck_require__(4454);

class YAMLSet extends YAMLMap.YAMLMap {
    constructor(schema) {
        super(schema);
        this.tag = YAMLSet.tag;
    }
    add(key) {
        let pair;
        if (identity.isPair(key))
            pair = key;
        else if (key &&
            typeof key === 'object' &&
            'key' in key &&
            'value' in key &&
            key.value === null)
            pair = new Pair.Pair(key.key, null);
        else
            pair = new Pair.Pair(key, null);
        const prev = YAMLMap.findPair(this.items, pair.key);
        if (!prev)
            this.items.push(pair);
    }
    /**
     * If `keepPair` is `true`, returns the Pair matching `key`.
     * Otherwise, returns the value of that Pair's key.
     */
    get(key, keepPair) {
        const pair = YAMLMap.findPair(this.items, key);
        return !keepPair && identity.isPair(pair)
            ? identity.isScalar(pair.key)
                ? pair.key.value
                : pair.key
            : pair;
    }
    set(key, value) {
        if (typeof value !== 'boolean')
            throw new Error(`Expected boolean value for set(key, value) in a YAML set, not ${typeof value}`);
        const prev = YAMLMap.findPair(this.items, key);
        if (prev && !value) {
            this.items.splice(this.items.indexOf(prev), 1);
        }
        else if (!prev && value) {
            this.items.push(new Pair.Pair(key));
        }
    }
    toJSON(_, ctx) {
        return super.toJSON(_, ctx, Set);
    }
    toString(ctx, onComment, onChompKeep) {
        if (!ctx)
            return JSON.stringify(this);
        if (this.hasAllNullValues(true))
            return super.toString(Object.assign({}, ctx, { allNullValues: true }), onComment, onChompKeep);
        else
            throw new Error('Set items must all have null values');
    }
    static from(schema, iterable, ctx) {
        const { replacer } = ctx;
        const set = new this(schema);
        if (iterable && Symbol.iterator in Object(iterable))
            for (let value of iterable) {
                if (typeof replacer === 'function')
                    value = replacer.call(iterable, value, value);
                set.items.push(Pair.createPair(value, null, ctx));
            }
        return set;
    }
}
YAMLSet.tag = 'tag:yaml.org,2002:set';
const set = {
    collection: 'map',
    identify: value => value instanceof Set,
    nodeClass: YAMLSet,
    default: false,
    tag: 'tag:yaml.org,2002:set',
    createNode: (schema, iterable, ctx) => YAMLSet.from(schema, iterable, ctx),
    resolve(map, onError) {
        if (identity.isMap(map)) {
            if (map.hasAllNullValues(true))
                return Object.assign(new YAMLSet(), map);
            else
                onError('Set items must all have null values');
        }
        else
            onError('Expected a mapping for this tag');
        return map;
    }
};

exports.YAMLSet = YAMLSet;
exports.set = set;


/***/ }),

/***/ 6752:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var stringifyNumber = __nccwpck_require__(8689);

/** Internal types handle bigint as number, because TS can't figure it out. */
function parseSexagesimal(str, asBigInt) {
    const sign = str[0];
    const parts = sign === '-' || sign === '+' ? str.substring(1) : str;
    const num = (n) => asBigInt ? BigInt(n) : Number(n);
    const res = parts
        .replace(/_/g, '')
        .split(':')
        .reduce((res, p) => res * num(60) + num(p), num(0));
    return (sign === '-' ? num(-1) * res : res);
}
/**
 * hhhh:mm:ss.sss
 *
 * Internal types handle bigint as number, because TS can't figure it out.
 */
function stringifySexagesimal(node) {
    let { value } = node;
    let num = (n) => n;
    if (typeof value === 'bigint')
        num = n => BigInt(n);
    else if (isNaN(value) || !isFinite(value))
        return stringifyNumber.stringifyNumber(node);
    let sign = '';
    if (value < 0) {
        sign = '-';
        value *= num(-1);
    }
    const _60 = num(60);
    const parts = [value % _60]; // seconds, including ms
    if (value < 60) {
        parts.unshift(0); // at least one : is required
    }
    else {
        value = (value - parts[0]) / _60;
        parts.unshift(value % _60); // minutes
        if (value >= 60) {
            value = (value - parts[0]) / _60;
            parts.unshift(value); // hours
        }
    }
    return (sign +
        parts
            .map(n => String(n).padStart(2, '0'))
            .join(':')
            .replace(/000000\d*$/, '') // % 60 may introduce error
    );
}
const intTime = {
    identify: value => typeof value === 'bigint' || Number.isInteger(value),
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'TIME',
    test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+$/,
    resolve: (str, _onError, { intAsBigInt }) => parseSexagesimal(str, intAsBigInt),
    stringify: stringifySexagesimal
};
const floatTime = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    format: 'TIME',
    test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/,
    resolve: str => parseSexagesimal(str, false),
    stringify: stringifySexagesimal
};
const timestamp = {
    identify: value => value instanceof Date,
    default: true,
    tag: 'tag:yaml.org,2002:timestamp',
    // If the time zone is omitted, the timestamp is assumed to be specified in UTC. The time part
    // may be omitted altogether, resulting in a date format. In such a case, the time part is
    // assumed to be 00:00:00Z (start of day, UTC).
    test: RegExp('^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})' + // YYYY-Mm-Dd
        '(?:' + // time is optional
        '(?:t|T|[ \\t]+)' + // t | T | whitespace
        '([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2}(\\.[0-9]+)?)' + // Hh:Mm:Ss(.ss)?
        '(?:[ \\t]*(Z|[-+][012]?[0-9](?::[0-9]{2})?))?' + // Z | +5 | -03:30
        ')?$'),
    resolve(str) {
        const match = str.match(timestamp.test);
        if (!match)
            throw new Error('!!timestamp expects a date, starting with yyyy-mm-dd');
        const [, year, month, day, hour, minute, second] = match.map(Number);
        const millisec = match[7] ? Number((match[7] + '00').substr(1, 3)) : 0;
        let date = Date.UTC(year, month - 1, day, hour || 0, minute || 0, second || 0, millisec);
        const tz = match[8];
        if (tz && tz !== 'Z') {
            let d = parseSexagesimal(tz, false);
            if (Math.abs(d) < 30)
                d *= 60;
            date -= 60000 * d;
        }
        return new Date(date);
    },
    stringify: ({ value }) => value?.toISOString().replace(/(T00:00:00)?\.000Z$/, '') ?? ''
};

exports.floatTime = floatTime;
exports.intTime = intTime;
exports.timestamp = timestamp;


/***/ }),

/***/ 4475:
/***/ ((__unused_webpack_module, exports) => {



const FOLD_FLOW = 'flow';
const FOLD_BLOCK = 'block';
const FOLD_QUOTED = 'quoted';
/**
 * Tries to keep input at up to `lineWidth` characters, splitting only on spaces
 * not followed by newlines or spaces unless `mode` is `'quoted'`. Lines are
 * terminated with `\n` and started with `indent`.
 */
function foldFlowLines(text, indent, mode = 'flow', { indentAtStart, lineWidth = 80, minContentWidth = 20, onFold, onOverflow } = {}) {
    if (!lineWidth || lineWidth < 0)
        return text;
    if (lineWidth < minContentWidth)
        minContentWidth = 0;
    const endStep = Math.max(1 + minContentWidth, 1 + lineWidth - indent.length);
    if (text.length <= endStep)
        return text;
    const folds = [];
    const escapedFolds = {};
    let end = lineWidth - indent.length;
    if (typeof indentAtStart === 'number') {
        if (indentAtStart > lineWidth - Math.max(2, minContentWidth))
            folds.push(0);
        else
            end = lineWidth - indentAtStart;
    }
    let split = undefined;
    let prev = undefined;
    let overflow = false;
    let i = -1;
    let escStart = -1;
    let escEnd = -1;
    if (mode === FOLD_BLOCK) {
        i = consumeMoreIndentedLines(text, i, indent.length);
        if (i !== -1)
            end = i + endStep;
    }
    for (let ch; (ch = text[(i += 1)]);) {
        if (mode === FOLD_QUOTED && ch === '\\') {
            escStart = i;
            switch (text[i + 1]) {
                case 'x':
                    i += 3;
                    break;
                case 'u':
                    i += 5;
                    break;
                case 'U':
                    i += 9;
                    break;
                default:
                    i += 1;
            }
            escEnd = i;
        }
        if (ch === '\n') {
            if (mode === FOLD_BLOCK)
                i = consumeMoreIndentedLines(text, i, indent.length);
            end = i + indent.length + endStep;
            split = undefined;
        }
        else {
            if (ch === ' ' &&
                prev &&
                prev !== ' ' &&
                prev !== '\n' &&
                prev !== '\t') {
                // space surrounded by non-space can be replaced with newline + indent
                const next = text[i + 1];
                if (next && next !== ' ' && next !== '\n' && next !== '\t')
                    split = i;
            }
            if (i >= end) {
                if (split) {
                    folds.push(split);
                    end = split + endStep;
                    split = undefined;
                }
                else if (mode === FOLD_QUOTED) {
                    // white-space collected at end may stretch past lineWidth
                    while (prev === ' ' || prev === '\t') {
                        prev = ch;
                        ch = text[(i += 1)];
                        overflow = true;
                    }
                    // Account for newline escape, but don't break preceding escape
                    const j = i > escEnd + 1 ? i - 2 : escStart - 1;
                    // Bail out if lineWidth & minContentWidth are shorter than an escape string
                    if (escapedFolds[j])
                        return text;
                    folds.push(j);
                    escapedFolds[j] = true;
                    end = j + endStep;
                    split = undefined;
                }
                else {
                    overflow = true;
                }
            }
        }
        prev = ch;
    }
    if (overflow && onOverflow)
        onOverflow();
    if (folds.length === 0)
        return text;
    if (onFold)
        onFold();
    let res = text.slice(0, folds[0]);
    for (let i = 0; i < folds.length; ++i) {
        const fold = folds[i];
        const end = folds[i + 1] || text.length;
        if (fold === 0)
            res = `\n${indent}${text.slice(0, end)}`;
        else {
            if (mode === FOLD_QUOTED && escapedFolds[fold])
                res += `${text[fold]}\\`;
            res += `\n${indent}${text.slice(fold + 1, end)}`;
        }
    }
    return res;
}
/**
 * Presumes `i + 1` is at the start of a line
 * @returns index of last newline in more-indented block
 */
function consumeMoreIndentedLines(text, i, indent) {
    let end = i;
    let start = i + 1;
    let ch = text[start];
    while (ch === ' ' || ch === '\t') {
        if (i < start + indent) {
            ch = text[++i];
        }
        else {
            do {
                ch = text[++i];
            } while (ch && ch !== '\n');
            end = i;
            start = i + 1;
            ch = text[start];
        }
    }
    return end;
}

exports.FOLD_BLOCK = FOLD_BLOCK;
exports.FOLD_FLOW = FOLD_FLOW;
exports.FOLD_QUOTED = FOLD_QUOTED;
exports.foldFlowLines = foldFlowLines;


/***/ }),

/***/ 2148:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var anchors = __nccwpck_require__(1596);
var identity = __nccwpck_require__(1127);
var stringifyComment = __nccwpck_require__(9799);
var stringifyString = __nccwpck_require__(3069);

function createStringifyContext(doc, options) {
    const opt = Object.assign({
        blockQuote: true,
        commentString: stringifyComment.stringifyComment,
        defaultKeyType: null,
        defaultStringType: 'PLAIN',
        directives: null,
        doubleQuotedAsJSON: false,
        doubleQuotedMinMultiLineLength: 40,
        falseStr: 'false',
        flowCollectionPadding: true,
        indentSeq: true,
        lineWidth: 80,
        minContentWidth: 20,
        nullStr: 'null',
        simpleKeys: false,
        singleQuote: null,
        trailingComma: false,
        trueStr: 'true',
        verifyAliasOrder: true
    }, doc.schema.toStringOptions, options);
    let inFlow;
    switch (opt.collectionStyle) {
        case 'block':
            inFlow = false;
            break;
        case 'flow':
            inFlow = true;
            break;
        default:
            inFlow = null;
    }
    return {
        anchors: new Set(),
        doc,
        flowCollectionPadding: opt.flowCollectionPadding ? ' ' : '',
        indent: '',
        indentStep: typeof opt.indent === 'number' ? ' '.repeat(opt.indent) : '  ',
        inFlow,
        options: opt
    };
}
function getTagObject(tags, item) {
    if (item.tag) {
        const match = tags.filter(t => t.tag === item.tag);
        if (match.length > 0)
            return match.find(t => t.format === item.format) ?? match[0];
    }
    let tagObj = undefined;
    let obj;
    if (identity.isScalar(item)) {
        obj = item.value;
        let match = tags.filter(t => t.identify?.(obj));
        if (match.length > 1) {
            const testMatch = match.filter(t => t.test);
            if (testMatch.length > 0)
                match = testMatch;
        }
        tagObj =
            match.find(t => t.format === item.format) ?? match.find(t => !t.format);
    }
    else {
        obj = item;
        tagObj = tags.find(t => t.nodeClass && obj instanceof t.nodeClass);
    }
    if (!tagObj) {
        const name = obj?.constructor?.name ?? (obj === null ? 'null' : typeof obj);
        throw new Error(`Tag not resolved for ${name} value`);
    }
    return tagObj;
}
// needs to be called before value stringifier to allow for circular anchor refs
function stringifyProps(node, tagObj, { anchors: anchors$1, doc }) {
    if (!doc.directives)
        return '';
    const props = [];
    const anchor = (identity.isScalar(node) || identity.isCollection(node)) && node.anchor;
    if (anchor && anchors.anchorIsValid(anchor)) {
        anchors$1.add(anchor);
        props.push(`&${anchor}`);
    }
    const tag = node.tag ?? (tagObj.default ? null : tagObj.tag);
    if (tag)
        props.push(doc.directives.tagString(tag));
    return props.join(' ');
}
function stringify(item, ctx, onComment, onChompKeep) {
    if (identity.isPair(item))
        return item.toString(ctx, onComment, onChompKeep);
    if (identity.isAlias(item)) {
        if (ctx.doc.directives)
            return item.toString(ctx);
        if (ctx.resolvedAliases?.has(item)) {
            throw new TypeError(`Cannot stringify circular structure without alias nodes`);
        }
        else {
            if (ctx.resolvedAliases)
                ctx.resolvedAliases.add(item);
            else
                ctx.resolvedAliases = new Set([item]);
            item = item.resolve(ctx.doc);
        }
    }
    let tagObj = undefined;
    const node = identity.isNode(item)
        ? item
        : ctx.doc.createNode(item, { onTagObj: o => (tagObj = o) });
    tagObj ?? (tagObj = getTagObject(ctx.doc.schema.tags, node));
    const props = stringifyProps(node, tagObj, ctx);
    if (props.length > 0)
        ctx.indentAtStart = (ctx.indentAtStart ?? 0) + props.length + 1;
    const str = typeof tagObj.stringify === 'function'
        ? tagObj.stringify(node, ctx, onComment, onChompKeep)
        : identity.isScalar(node)
            ? stringifyString.stringifyString(node, ctx, onComment, onChompKeep)
            : node.toString(ctx, onComment, onChompKeep);
    if (!props)
        return str;
    return identity.isScalar(node) || str[0] === '{' || str[0] === '['
        ? `${props} ${str}`
        : `${props}\n${ctx.indent}${str}`;
}

exports.createStringifyContext = createStringifyContext;
exports.stringify = stringify;


/***/ }),

/***/ 1212:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var stringify = __nccwpck_require__(2148);
var stringifyComment = __nccwpck_require__(9799);

function stringifyCollection(collection, ctx, options) {
    const flow = ctx.inFlow ?? collection.flow;
    const stringify = flow ? stringifyFlowCollection : stringifyBlockCollection;
    return stringify(collection, ctx, options);
}
function stringifyBlockCollection({ comment, items }, ctx, { blockItemPrefix, flowChars, itemIndent, onChompKeep, onComment }) {
    const { indent, options: { commentString } } = ctx;
    const itemCtx = Object.assign({}, ctx, { indent: itemIndent, type: null });
    let chompKeep = false; // flag for the preceding node's status
    const lines = [];
    for (let i = 0; i < items.length; ++i) {
        const item = items[i];
        let comment = null;
        if (identity.isNode(item)) {
            if (!chompKeep && item.spaceBefore)
                lines.push('');
            addCommentBefore(ctx, lines, item.commentBefore, chompKeep);
            if (item.comment)
                comment = item.comment;
        }
        else if (identity.isPair(item)) {
            const ik = identity.isNode(item.key) ? item.key : null;
            if (ik) {
                if (!chompKeep && ik.spaceBefore)
                    lines.push('');
                addCommentBefore(ctx, lines, ik.commentBefore, chompKeep);
            }
        }
        chompKeep = false;
        let str = stringify.stringify(item, itemCtx, () => (comment = null), () => (chompKeep = true));
        if (comment)
            str += stringifyComment.lineComment(str, itemIndent, commentString(comment));
        if (chompKeep && comment)
            chompKeep = false;
        lines.push(blockItemPrefix + str);
    }
    let str;
    if (lines.length === 0) {
        str = flowChars.start + flowChars.end;
    }
    else {
        str = lines[0];
        for (let i = 1; i < lines.length; ++i) {
            const line = lines[i];
            str += line ? `\n${indent}${line}` : '\n';
        }
    }
    if (comment) {
        str += '\n' + stringifyComment.indentComment(commentString(comment), indent);
        if (onComment)
            onComment();
    }
    else if (chompKeep && onChompKeep)
        onChompKeep();
    return str;
}
function stringifyFlowCollection({ items }, ctx, { flowChars, itemIndent }) {
    const { indent, indentStep, flowCollectionPadding: fcPadding, options: { commentString } } = ctx;
    itemIndent += indentStep;
    const itemCtx = Object.assign({}, ctx, {
        indent: itemIndent,
        inFlow: true,
        type: null
    });
    let reqNewline = false;
    let linesAtValue = 0;
    const lines = [];
    for (let i = 0; i < items.length; ++i) {
        const item = items[i];
        let comment = null;
        if (identity.isNode(item)) {
            if (item.spaceBefore)
                lines.push('');
            addCommentBefore(ctx, lines, item.commentBefore, false);
            if (item.comment)
                comment = item.comment;
        }
        else if (identity.isPair(item)) {
            const ik = identity.isNode(item.key) ? item.key : null;
            if (ik) {
                if (ik.spaceBefore)
                    lines.push('');
                addCommentBefore(ctx, lines, ik.commentBefore, false);
                if (ik.comment)
                    reqNewline = true;
            }
            const iv = identity.isNode(item.value) ? item.value : null;
            if (iv) {
                if (iv.comment)
                    comment = iv.comment;
                if (iv.commentBefore)
                    reqNewline = true;
            }
            else if (item.value == null && ik?.comment) {
                comment = ik.comment;
            }
        }
        if (comment)
            reqNewline = true;
        let str = stringify.stringify(item, itemCtx, () => (comment = null));
        reqNewline || (reqNewline = lines.length > linesAtValue || str.includes('\n'));
        if (i < items.length - 1) {
            str += ',';
        }
        else if (ctx.options.trailingComma) {
            if (ctx.options.lineWidth > 0) {
                reqNewline || (reqNewline = lines.reduce((sum, line) => sum + line.length + 2, 2) +
                    (str.length + 2) >
                    ctx.options.lineWidth);
            }
            if (reqNewline) {
                str += ',';
            }
        }
        if (comment)
            str += stringifyComment.lineComment(str, itemIndent, commentString(comment));
        lines.push(str);
        linesAtValue = lines.length;
    }
    const { start, end } = flowChars;
    if (lines.length === 0) {
        return start + end;
    }
    else {
        if (!reqNewline) {
            const len = lines.reduce((sum, line) => sum + line.length + 2, 2);
            reqNewline = ctx.options.lineWidth > 0 && len > ctx.options.lineWidth;
        }
        if (reqNewline) {
            let str = start;
            for (const line of lines)
                str += line ? `\n${indentStep}${indent}${line}` : '\n';
            return `${str}\n${indent}${end}`;
        }
        else {
            return `${start}${fcPadding}${lines.join(' ')}${fcPadding}${end}`;
        }
    }
}
function addCommentBefore({ indent, options: { commentString } }, lines, comment, chompKeep) {
    if (comment && chompKeep)
        comment = comment.replace(/^\n+/, '');
    if (comment) {
        const ic = stringifyComment.indentComment(commentString(comment), indent);
        lines.push(ic.trimStart()); // Avoid double indent on first line
    }
}

exports.stringifyCollection = stringifyCollection;


/***/ }),

/***/ 9799:
/***/ ((__unused_webpack_module, exports) => {



/**
 * Stringifies a comment.
 *
 * Empty comment lines are left empty,
 * lines consisting of a single space are replaced by `#`,
 * and all other lines are prefixed with a `#`.
 */
const stringifyComment = (str) => str.replace(/^(?!$)(?: $)?/gm, '#');
function indentComment(comment, indent) {
    if (/^\n+$/.test(comment))
        return comment.substring(1);
    return indent ? comment.replace(/^(?! *$)/gm, indent) : comment;
}
const lineComment = (str, indent, comment) => str.endsWith('\n')
    ? indentComment(comment, indent)
    : comment.includes('\n')
        ? '\n' + indentComment(comment, indent)
        : (str.endsWith(' ') ? '' : ' ') + comment;

exports.indentComment = indentComment;
exports.lineComment = lineComment;
exports.stringifyComment = stringifyComment;


/***/ }),

/***/ 6829:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var stringify = __nccwpck_require__(2148);
var stringifyComment = __nccwpck_require__(9799);

function stringifyDocument(doc, options) {
    const lines = [];
    let hasDirectives = options.directives === true;
    if (options.directives !== false && doc.directives) {
        const dir = doc.directives.toString(doc);
        if (dir) {
            lines.push(dir);
            hasDirectives = true;
        }
        else if (doc.directives.docStart)
            hasDirectives = true;
    }
    if (hasDirectives)
        lines.push('---');
    const ctx = stringify.createStringifyContext(doc, options);
    const { commentString } = ctx.options;
    if (doc.commentBefore) {
        if (lines.length !== 1)
            lines.unshift('');
        const cs = commentString(doc.commentBefore);
        lines.unshift(stringifyComment.indentComment(cs, ''));
    }
    let chompKeep = false;
    let contentComment = null;
    if (doc.contents) {
        if (identity.isNode(doc.contents)) {
            if (doc.contents.spaceBefore && hasDirectives)
                lines.push('');
            if (doc.contents.commentBefore) {
                const cs = commentString(doc.contents.commentBefore);
                lines.push(stringifyComment.indentComment(cs, ''));
            }
            // top-level block scalars need to be indented if followed by a comment
            ctx.forceBlockIndent = !!doc.comment;
            contentComment = doc.contents.comment;
        }
        const onChompKeep = contentComment ? undefined : () => (chompKeep = true);
        let body = stringify.stringify(doc.contents, ctx, () => (contentComment = null), onChompKeep);
        if (contentComment)
            body += stringifyComment.lineComment(body, '', commentString(contentComment));
        if ((body[0] === '|' || body[0] === '>') &&
            lines[lines.length - 1] === '---') {
            // Top-level block scalars with a preceding doc marker ought to use the
            // same line for their header.
            lines[lines.length - 1] = `--- ${body}`;
        }
        else
            lines.push(body);
    }
    else {
        lines.push(stringify.stringify(doc.contents, ctx));
    }
    if (doc.directives?.docEnd) {
        if (doc.comment) {
            const cs = commentString(doc.comment);
            if (cs.includes('\n')) {
                lines.push('...');
                lines.push(stringifyComment.indentComment(cs, ''));
            }
            else {
                lines.push(`... ${cs}`);
            }
        }
        else {
            lines.push('...');
        }
    }
    else {
        let dc = doc.comment;
        if (dc && chompKeep)
            dc = dc.replace(/^\n+/, '');
        if (dc) {
            if ((!chompKeep || contentComment) && lines[lines.length - 1] !== '')
                lines.push('');
            lines.push(stringifyComment.indentComment(commentString(dc), ''));
        }
    }
    return lines.join('\n') + '\n';
}

exports.stringifyDocument = stringifyDocument;


/***/ }),

/***/ 8689:
/***/ ((__unused_webpack_module, exports) => {



function stringifyNumber({ format, minFractionDigits, tag, value }) {
    if (typeof value === 'bigint')
        return String(value);
    const num = typeof value === 'number' ? value : Number(value);
    if (!isFinite(num))
        return isNaN(num) ? '.nan' : num < 0 ? '-.inf' : '.inf';
    let n = Object.is(value, -0) ? '-0' : JSON.stringify(value);
    if (!format &&
        minFractionDigits &&
        (!tag || tag === 'tag:yaml.org,2002:float') &&
        /^-?\d/.test(n) &&
        !n.includes('e')) {
        let i = n.indexOf('.');
        if (i < 0) {
            i = n.length;
            n += '.';
        }
        let d = minFractionDigits - (n.length - i - 1);
        while (d-- > 0)
            n += '0';
    }
    return n;
}

exports.stringifyNumber = stringifyNumber;


/***/ }),

/***/ 9748:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Scalar = __nccwpck_require__(3301);
var stringify = __nccwpck_require__(2148);
var stringifyComment = __nccwpck_require__(9799);

function stringifyPair({ key, value }, ctx, onComment, onChompKeep) {
    const { allNullValues, doc, indent, indentStep, options: { commentString, indentSeq, simpleKeys } } = ctx;
    let keyComment = (identity.isNode(key) && key.comment) || null;
    if (simpleKeys) {
        if (keyComment) {
            throw new Error('With simple keys, key nodes cannot have comments');
        }
        if (identity.isCollection(key) || (!identity.isNode(key) && typeof key === 'object')) {
            const msg = 'With simple keys, collection cannot be used as a key value';
            throw new Error(msg);
        }
    }
    let explicitKey = !simpleKeys &&
        (!key ||
            (keyComment && value == null && !ctx.inFlow) ||
            identity.isCollection(key) ||
            (identity.isScalar(key)
                ? key.type === Scalar.Scalar.BLOCK_FOLDED || key.type === Scalar.Scalar.BLOCK_LITERAL
                : typeof key === 'object'));
    ctx = Object.assign({}, ctx, {
        allNullValues: false,
        implicitKey: !explicitKey && (simpleKeys || !allNullValues),
        indent: indent + indentStep
    });
    let keyCommentDone = false;
    let chompKeep = false;
    let str = stringify.stringify(key, ctx, () => (keyCommentDone = true), () => (chompKeep = true));
    if (!explicitKey && !ctx.inFlow && str.length > 1024) {
        if (simpleKeys)
            throw new Error('With simple keys, single line scalar must not span more than 1024 characters');
        explicitKey = true;
    }
    if (ctx.inFlow) {
        if (allNullValues || value == null) {
            if (keyCommentDone && onComment)
                onComment();
            return str === '' ? '?' : explicitKey ? `? ${str}` : str;
        }
    }
    else if ((allNullValues && !simpleKeys) || (value == null && explicitKey)) {
        str = `? ${str}`;
        if (keyComment && !keyCommentDone) {
            str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
        }
        else if (chompKeep && onChompKeep)
            onChompKeep();
        return str;
    }
    if (keyCommentDone)
        keyComment = null;
    if (explicitKey) {
        if (keyComment)
            str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
        str = `? ${str}\n${indent}:`;
    }
    else {
        str = `${str}:`;
        if (keyComment)
            str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
    }
    let vsb, vcb, valueComment;
    if (identity.isNode(value)) {
        vsb = !!value.spaceBefore;
        vcb = value.commentBefore;
        valueComment = value.comment;
    }
    else {
        vsb = false;
        vcb = null;
        valueComment = null;
        if (value && typeof value === 'object')
            value = doc.createNode(value);
    }
    ctx.implicitKey = false;
    if (!explicitKey && !keyComment && identity.isScalar(value))
        ctx.indentAtStart = str.length + 1;
    chompKeep = false;
    if (!indentSeq &&
        indentStep.length >= 2 &&
        !ctx.inFlow &&
        !explicitKey &&
        identity.isSeq(value) &&
        !value.flow &&
        !value.tag &&
        !value.anchor) {
        // If indentSeq === false, consider '- ' as part of indentation where possible
        ctx.indent = ctx.indent.substring(2);
    }
    let valueCommentDone = false;
    const valueStr = stringify.stringify(value, ctx, () => (valueCommentDone = true), () => (chompKeep = true));
    let ws = ' ';
    if (keyComment || vsb || vcb) {
        ws = vsb ? '\n' : '';
        if (vcb) {
            const cs = commentString(vcb);
            ws += `\n${stringifyComment.indentComment(cs, ctx.indent)}`;
        }
        if (valueStr === '' && !ctx.inFlow) {
            if (ws === '\n' && valueComment)
                ws = '\n\n';
        }
        else {
            ws += `\n${ctx.indent}`;
        }
    }
    else if (!explicitKey && identity.isCollection(value)) {
        const vs0 = valueStr[0];
        const nl0 = valueStr.indexOf('\n');
        const hasNewline = nl0 !== -1;
        const flow = ctx.inFlow ?? value.flow ?? value.items.length === 0;
        if (hasNewline || !flow) {
            let hasPropsLine = false;
            if (hasNewline && (vs0 === '&' || vs0 === '!')) {
                let sp0 = valueStr.indexOf(' ');
                if (vs0 === '&' &&
                    sp0 !== -1 &&
                    sp0 < nl0 &&
                    valueStr[sp0 + 1] === '!') {
                    sp0 = valueStr.indexOf(' ', sp0 + 1);
                }
                if (sp0 === -1 || nl0 < sp0)
                    hasPropsLine = true;
            }
            if (!hasPropsLine)
                ws = `\n${ctx.indent}`;
        }
    }
    else if (valueStr === '' || valueStr[0] === '\n') {
        ws = '';
    }
    str += ws + valueStr;
    if (ctx.inFlow) {
        if (valueCommentDone && onComment)
            onComment();
    }
    else if (valueComment && !valueCommentDone) {
        str += stringifyComment.lineComment(str, ctx.indent, commentString(valueComment));
    }
    else if (chompKeep && onChompKeep) {
        onChompKeep();
    }
    return str;
}

exports.stringifyPair = stringifyPair;


/***/ }),

/***/ 3069:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);
var foldFlowLines = __nccwpck_require__(4475);

const getFoldOptions = (ctx, isBlock) => ({
    indentAtStart: isBlock ? ctx.indent.length : ctx.indentAtStart,
    lineWidth: ctx.options.lineWidth,
    minContentWidth: ctx.options.minContentWidth
});
// Also checks for lines starting with %, as parsing the output as YAML 1.1 will
// presume that's starting a new document.
const containsDocumentMarker = (str) => /^(%|---|\.\.\.)/m.test(str);
function lineLengthOverLimit(str, lineWidth, indentLength) {
    if (!lineWidth || lineWidth < 0)
        return false;
    const limit = lineWidth - indentLength;
    const strLen = str.length;
    if (strLen <= limit)
        return false;
    for (let i = 0, start = 0; i < strLen; ++i) {
        if (str[i] === '\n') {
            if (i - start > limit)
                return true;
            start = i + 1;
            if (strLen - start <= limit)
                return false;
        }
    }
    return true;
}
function doubleQuotedString(value, ctx) {
    const json = JSON.stringify(value);
    if (ctx.options.doubleQuotedAsJSON)
        return json;
    const { implicitKey } = ctx;
    const minMultiLineLength = ctx.options.doubleQuotedMinMultiLineLength;
    const indent = ctx.indent || (containsDocumentMarker(value) ? '  ' : '');
    let str = '';
    let start = 0;
    for (let i = 0, ch = json[i]; ch; ch = json[++i]) {
        if (ch === ' ' && json[i + 1] === '\\' && json[i + 2] === 'n') {
            // space before newline needs to be escaped to not be folded
            str += json.slice(start, i) + '\\ ';
            i += 1;
            start = i;
            ch = '\\';
        }
        if (ch === '\\')
            switch (json[i + 1]) {
                case 'u':
                    {
                        str += json.slice(start, i);
                        const code = json.substr(i + 2, 4);
                        switch (code) {
                            case '0000':
                                str += '\\0';
                                break;
                            case '0007':
                                str += '\\a';
                                break;
                            case '000b':
                                str += '\\v';
                                break;
                            case '001b':
                                str += '\\e';
                                break;
                            case '0085':
                                str += '\\N';
                                break;
                            case '00a0':
                                str += '\\_';
                                break;
                            case '2028':
                                str += '\\L';
                                break;
                            case '2029':
                                str += '\\P';
                                break;
                            default:
                                if (code.substr(0, 2) === '00')
                                    str += '\\x' + code.substr(2);
                                else
                                    str += json.substr(i, 6);
                        }
                        i += 5;
                        start = i + 1;
                    }
                    break;
                case 'n':
                    if (implicitKey ||
                        json[i + 2] === '"' ||
                        json.length < minMultiLineLength) {
                        i += 1;
                    }
                    else {
                        // folding will eat first newline
                        str += json.slice(start, i) + '\n\n';
                        while (json[i + 2] === '\\' &&
                            json[i + 3] === 'n' &&
                            json[i + 4] !== '"') {
                            str += '\n';
                            i += 2;
                        }
                        str += indent;
                        // space after newline needs to be escaped to not be folded
                        if (json[i + 2] === ' ')
                            str += '\\';
                        i += 1;
                        start = i + 1;
                    }
                    break;
                default:
                    i += 1;
            }
    }
    str = start ? str + json.slice(start) : json;
    return implicitKey
        ? str
        : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_QUOTED, getFoldOptions(ctx, false));
}
function singleQuotedString(value, ctx) {
    if (ctx.options.singleQuote === false ||
        (ctx.implicitKey && value.includes('\n')) ||
        /[ \t]\n|\n[ \t]/.test(value) // single quoted string can't have leading or trailing whitespace around newline
    )
        return doubleQuotedString(value, ctx);
    const indent = ctx.indent || (containsDocumentMarker(value) ? '  ' : '');
    const res = "'" + value.replace(/'/g, "''").replace(/\n+/g, `$&\n${indent}`) + "'";
    return ctx.implicitKey
        ? res
        : foldFlowLines.foldFlowLines(res, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
}
function quotedString(value, ctx) {
    const { singleQuote } = ctx.options;
    let qs;
    if (singleQuote === false)
        qs = doubleQuotedString;
    else {
        const hasDouble = value.includes('"');
        const hasSingle = value.includes("'");
        if (hasDouble && !hasSingle)
            qs = singleQuotedString;
        else if (hasSingle && !hasDouble)
            qs = doubleQuotedString;
        else
            qs = singleQuote ? singleQuotedString : doubleQuotedString;
    }
    return qs(value, ctx);
}
// The negative lookbehind avoids a polynomial search,
// but isn't supported yet on Safari: https://caniuse.com/js-regexp-lookbehind
let blockEndNewlines;
try {
    blockEndNewlines = new RegExp('(^|(?<!\n))\n+(?!\n|$)', 'g');
}
catch {
    blockEndNewlines = /\n+(?!\n|$)/g;
}
function blockString({ comment, type, value }, ctx, onComment, onChompKeep) {
    const { blockQuote, commentString, lineWidth } = ctx.options;
    // 1. Block can't end in whitespace unless the last line is non-empty.
    // 2. Strings consisting of only whitespace are best rendered explicitly.
    if (!blockQuote || /\n[\t ]+$/.test(value)) {
        return quotedString(value, ctx);
    }
    const indent = ctx.indent ||
        (ctx.forceBlockIndent || containsDocumentMarker(value) ? '  ' : '');
    const literal = blockQuote === 'literal'
        ? true
        : blockQuote === 'folded' || type === Scalar.Scalar.BLOCK_FOLDED
            ? false
            : type === Scalar.Scalar.BLOCK_LITERAL
                ? true
                : !lineLengthOverLimit(value, lineWidth, indent.length);
    if (!value)
        return literal ? '|\n' : '>\n';
    // determine chomping from whitespace at value end
    let chomp;
    let endStart;
    for (endStart = value.length; endStart > 0; --endStart) {
        const ch = value[endStart - 1];
        if (ch !== '\n' && ch !== '\t' && ch !== ' ')
            break;
    }
    let end = value.substring(endStart);
    const endNlPos = end.indexOf('\n');
    if (endNlPos === -1) {
        chomp = '-'; // strip
    }
    else if (value === end || endNlPos !== end.length - 1) {
        chomp = '+'; // keep
        if (onChompKeep)
            onChompKeep();
    }
    else {
        chomp = ''; // clip
    }
    if (end) {
        value = value.slice(0, -end.length);
        if (end[end.length - 1] === '\n')
            end = end.slice(0, -1);
        end = end.replace(blockEndNewlines, `$&${indent}`);
    }
    // determine indent indicator from whitespace at value start
    let startWithSpace = false;
    let startEnd;
    let startNlPos = -1;
    for (startEnd = 0; startEnd < value.length; ++startEnd) {
        const ch = value[startEnd];
        if (ch === ' ')
            startWithSpace = true;
        else if (ch === '\n')
            startNlPos = startEnd;
        else
            break;
    }
    let start = value.substring(0, startNlPos < startEnd ? startNlPos + 1 : startEnd);
    if (start) {
        value = value.substring(start.length);
        start = start.replace(/\n+/g, `$&${indent}`);
    }
    const indentSize = indent ? '2' : '1'; // root is at -1
    // Leading | or > is added later
    let header = (startWithSpace ? indentSize : '') + chomp;
    if (comment) {
        header += ' ' + commentString(comment.replace(/ ?[\r\n]+/g, ' '));
        if (onComment)
            onComment();
    }
    if (!literal) {
        const foldedValue = value
            .replace(/\n+/g, '\n$&')
            .replace(/(?:^|\n)([\t ].*)(?:([\n\t ]*)\n(?![\n\t ]))?/g, '$1$2') // more-indented lines aren't folded
            //                ^ more-ind. ^ empty     ^ capture next empty lines only at end of indent
            .replace(/\n+/g, `$&${indent}`);
        let literalFallback = false;
        const foldOptions = getFoldOptions(ctx, true);
        if (blockQuote !== 'folded' && type !== Scalar.Scalar.BLOCK_FOLDED) {
            foldOptions.onOverflow = () => {
                literalFallback = true;
            };
        }
        const body = foldFlowLines.foldFlowLines(`${start}${foldedValue}${end}`, indent, foldFlowLines.FOLD_BLOCK, foldOptions);
        if (!literalFallback)
            return `>${header}\n${indent}${body}`;
    }
    value = value.replace(/\n+/g, `$&${indent}`);
    return `|${header}\n${indent}${start}${value}${end}`;
}
function plainString(item, ctx, onComment, onChompKeep) {
    const { type, value } = item;
    const { actualString, implicitKey, indent, indentStep, inFlow } = ctx;
    if ((implicitKey && value.includes('\n')) ||
        (inFlow && /[[\]{},]/.test(value))) {
        return quotedString(value, ctx);
    }
    if (/^[\n\t ,[\]{}#&*!|>'"%@`]|^[?-]$|^[?-][ \t]|[\n:][ \t]|[ \t]\n|[\n\t ]#|[\n\t :]$/.test(value)) {
        // not allowed:
        // - '-' or '?'
        // - start with an indicator character (except [?:-]) or /[?-] /
        // - '\n ', ': ' or ' \n' anywhere
        // - '#' not preceded by a non-space char
        // - end with ' ' or ':'
        return implicitKey || inFlow || !value.includes('\n')
            ? quotedString(value, ctx)
            : blockString(item, ctx, onComment, onChompKeep);
    }
    if (!implicitKey &&
        !inFlow &&
        type !== Scalar.Scalar.PLAIN &&
        value.includes('\n')) {
        // Where allowed & type not set explicitly, prefer block style for multiline strings
        return blockString(item, ctx, onComment, onChompKeep);
    }
    if (containsDocumentMarker(value)) {
        if (indent === '') {
            ctx.forceBlockIndent = true;
            return blockString(item, ctx, onComment, onChompKeep);
        }
        else if (implicitKey && indent === indentStep) {
            return quotedString(value, ctx);
        }
    }
    const str = value.replace(/\n+/g, `$&\n${indent}`);
    // Verify that output will be parsed as a string, as e.g. plain numbers and
    // booleans get parsed with those types in v1.2 (e.g. '42', 'true' & '0.9e-3'),
    // and others in v1.1.
    if (actualString) {
        const test = (tag) => tag.default && tag.tag !== 'tag:yaml.org,2002:str' && tag.test?.test(str);
        const { compat, tags } = ctx.doc.schema;
        if (tags.some(test) || compat?.some(test))
            return quotedString(value, ctx);
    }
    return implicitKey
        ? str
        : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
}
function stringifyString(item, ctx, onComment, onChompKeep) {
    const { implicitKey, inFlow } = ctx;
    const ss = typeof item.value === 'string'
        ? item
        : Object.assign({}, item, { value: String(item.value) });
    let { type } = item;
    if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
        // force double quotes on control characters & unpaired surrogates
        if (/[\x00-\x08\x0b-\x1f\x7f-\x9f\u{D800}-\u{DFFF}]/u.test(ss.value))
            type = Scalar.Scalar.QUOTE_DOUBLE;
    }
    const _stringify = (_type) => {
        switch (_type) {
            case Scalar.Scalar.BLOCK_FOLDED:
            case Scalar.Scalar.BLOCK_LITERAL:
                return implicitKey || inFlow
                    ? quotedString(ss.value, ctx) // blocks are not valid inside flow containers
                    : blockString(ss, ctx, onComment, onChompKeep);
            case Scalar.Scalar.QUOTE_DOUBLE:
                return doubleQuotedString(ss.value, ctx);
            case Scalar.Scalar.QUOTE_SINGLE:
                return singleQuotedString(ss.value, ctx);
            case Scalar.Scalar.PLAIN:
                return plainString(ss, ctx, onComment, onChompKeep);
            default:
                return null;
        }
    };
    let res = _stringify(type);
    if (res === null) {
        const { defaultKeyType, defaultStringType } = ctx.options;
        const t = (implicitKey && defaultKeyType) || defaultStringType;
        res = _stringify(t);
        if (res === null)
            throw new Error(`Unsupported default string type ${t}`);
    }
    return res;
}

exports.stringifyString = stringifyString;


/***/ }),

/***/ 204:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);

const BREAK = Symbol('break visit');
const SKIP = Symbol('skip children');
const REMOVE = Symbol('remove node');
/**
 * Apply a visitor to an AST node or document.
 *
 * Walks through the tree (depth-first) starting from `node`, calling a
 * `visitor` function with three arguments:
 *   - `key`: For sequence values and map `Pair`, the node's index in the
 *     collection. Within a `Pair`, `'key'` or `'value'`, correspondingly.
 *     `null` for the root node.
 *   - `node`: The current node.
 *   - `path`: The ancestry of the current node.
 *
 * The return value of the visitor may be used to control the traversal:
 *   - `undefined` (default): Do nothing and continue
 *   - `visit.SKIP`: Do not visit the children of this node, continue with next
 *     sibling
 *   - `visit.BREAK`: Terminate traversal completely
 *   - `visit.REMOVE`: Remove the current node, then continue with the next one
 *   - `Node`: Replace the current node, then continue by visiting it
 *   - `number`: While iterating the items of a sequence or map, set the index
 *     of the next step. This is useful especially if the index of the current
 *     node has changed.
 *
 * If `visitor` is a single function, it will be called with all values
 * encountered in the tree, including e.g. `null` values. Alternatively,
 * separate visitor functions may be defined for each `Map`, `Pair`, `Seq`,
 * `Alias` and `Scalar` node. To define the same visitor function for more than
 * one node type, use the `Collection` (map and seq), `Value` (map, seq & scalar)
 * and `Node` (alias, map, seq & scalar) targets. Of all these, only the most
 * specific defined one will be used for each node.
 */
function visit(node, visitor) {
    const visitor_ = initVisitor(visitor);
    if (identity.isDocument(node)) {
        const cd = visit_(null, node.contents, visitor_, Object.freeze([node]));
        if (cd === REMOVE)
            node.contents = null;
    }
    else
        visit_(null, node, visitor_, Object.freeze([]));
}
// Without the `as symbol` casts, TS declares these in the `visit`
// namespace using `var`, but then complains about that because
// `unique symbol` must be `const`.
/** Terminate visit traversal completely */
visit.BREAK = BREAK;
/** Do not visit the children of the current node */
visit.SKIP = SKIP;
/** Remove the current node */
visit.REMOVE = REMOVE;
function visit_(key, node, visitor, path) {
    const ctrl = callVisitor(key, node, visitor, path);
    if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
        replaceNode(key, path, ctrl);
        return visit_(key, ctrl, visitor, path);
    }
    if (typeof ctrl !== 'symbol') {
        if (identity.isCollection(node)) {
            path = Object.freeze(path.concat(node));
            for (let i = 0; i < node.items.length; ++i) {
                const ci = visit_(i, node.items[i], visitor, path);
                if (typeof ci === 'number')
                    i = ci - 1;
                else if (ci === BREAK)
                    return BREAK;
                else if (ci === REMOVE) {
                    node.items.splice(i, 1);
                    i -= 1;
                }
            }
        }
        else if (identity.isPair(node)) {
            path = Object.freeze(path.concat(node));
            const ck = visit_('key', node.key, visitor, path);
            if (ck === BREAK)
                return BREAK;
            else if (ck === REMOVE)
                node.key = null;
            const cv = visit_('value', node.value, visitor, path);
            if (cv === BREAK)
                return BREAK;
            else if (cv === REMOVE)
                node.value = null;
        }
    }
    return ctrl;
}
/**
 * Apply an async visitor to an AST node or document.
 *
 * Walks through the tree (depth-first) starting from `node`, calling a
 * `visitor` function with three arguments:
 *   - `key`: For sequence values and map `Pair`, the node's index in the
 *     collection. Within a `Pair`, `'key'` or `'value'`, correspondingly.
 *     `null` for the root node.
 *   - `node`: The current node.
 *   - `path`: The ancestry of the current node.
 *
 * The return value of the visitor may be used to control the traversal:
 *   - `Promise`: Must resolve to one of the following values
 *   - `undefined` (default): Do nothing and continue
 *   - `visit.SKIP`: Do not visit the children of this node, continue with next
 *     sibling
 *   - `visit.BREAK`: Terminate traversal completely
 *   - `visit.REMOVE`: Remove the current node, then continue with the next one
 *   - `Node`: Replace the current node, then continue by visiting it
 *   - `number`: While iterating the items of a sequence or map, set the index
 *     of the next step. This is useful especially if the index of the current
 *     node has changed.
 *
 * If `visitor` is a single function, it will be called with all values
 * encountered in the tree, including e.g. `null` values. Alternatively,
 * separate visitor functions may be defined for each `Map`, `Pair`, `Seq`,
 * `Alias` and `Scalar` node. To define the same visitor function for more than
 * one node type, use the `Collection` (map and seq), `Value` (map, seq & scalar)
 * and `Node` (alias, map, seq & scalar) targets. Of all these, only the most
 * specific defined one will be used for each node.
 */
async function visitAsync(node, visitor) {
    const visitor_ = initVisitor(visitor);
    if (identity.isDocument(node)) {
        const cd = await visitAsync_(null, node.contents, visitor_, Object.freeze([node]));
        if (cd === REMOVE)
            node.contents = null;
    }
    else
        await visitAsync_(null, node, visitor_, Object.freeze([]));
}
// Without the `as symbol` casts, TS declares these in the `visit`
// namespace using `var`, but then complains about that because
// `unique symbol` must be `const`.
/** Terminate visit traversal completely */
visitAsync.BREAK = BREAK;
/** Do not visit the children of the current node */
visitAsync.SKIP = SKIP;
/** Remove the current node */
visitAsync.REMOVE = REMOVE;
async function visitAsync_(key, node, visitor, path) {
    const ctrl = await callVisitor(key, node, visitor, path);
    if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
        replaceNode(key, path, ctrl);
        return visitAsync_(key, ctrl, visitor, path);
    }
    if (typeof ctrl !== 'symbol') {
        if (identity.isCollection(node)) {
            path = Object.freeze(path.concat(node));
            for (let i = 0; i < node.items.length; ++i) {
                const ci = await visitAsync_(i, node.items[i], visitor, path);
                if (typeof ci === 'number')
                    i = ci - 1;
                else if (ci === BREAK)
                    return BREAK;
                else if (ci === REMOVE) {
                    node.items.splice(i, 1);
                    i -= 1;
                }
            }
        }
        else if (identity.isPair(node)) {
            path = Object.freeze(path.concat(node));
            const ck = await visitAsync_('key', node.key, visitor, path);
            if (ck === BREAK)
                return BREAK;
            else if (ck === REMOVE)
                node.key = null;
            const cv = await visitAsync_('value', node.value, visitor, path);
            if (cv === BREAK)
                return BREAK;
            else if (cv === REMOVE)
                node.value = null;
        }
    }
    return ctrl;
}
function initVisitor(visitor) {
    if (typeof visitor === 'object' &&
        (visitor.Collection || visitor.Node || visitor.Value)) {
        return Object.assign({
            Alias: visitor.Node,
            Map: visitor.Node,
            Scalar: visitor.Node,
            Seq: visitor.Node
        }, visitor.Value && {
            Map: visitor.Value,
            Scalar: visitor.Value,
            Seq: visitor.Value
        }, visitor.Collection && {
            Map: visitor.Collection,
            Seq: visitor.Collection
        }, visitor);
    }
    return visitor;
}
function callVisitor(key, node, visitor, path) {
    if (typeof visitor === 'function')
        return visitor(key, node, path);
    if (identity.isMap(node))
        return visitor.Map?.(key, node, path);
    if (identity.isSeq(node))
        return visitor.Seq?.(key, node, path);
    if (identity.isPair(node))
        return visitor.Pair?.(key, node, path);
    if (identity.isScalar(node))
        return visitor.Scalar?.(key, node, path);
    if (identity.isAlias(node))
        return visitor.Alias?.(key, node, path);
    return undefined;
}
function replaceNode(key, path, node) {
    const parent = path[path.length - 1];
    if (identity.isCollection(parent)) {
        parent.items[key] = node;
    }
    else if (identity.isPair(parent)) {
        if (key === 'key')
            parent.key = node;
        else
            parent.value = node;
    }
    else if (identity.isDocument(parent)) {
        parent.contents = node;
    }
    else {
        const pt = identity.isAlias(parent) ? 'alias' : 'scalar';
        throw new Error(`Cannot replace node with ${pt} parent`);
    }
}

exports.visit = visit;
exports.visitAsync = visitAsync;


/***/ }),

/***/ 6283:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _fly_monitoring_kit__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3718);
/* harmony import */ var _fly_monitoring_stages__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6940);


await (0,_fly_monitoring_kit__WEBPACK_IMPORTED_MODULE_0__/* .startGitHubStage */ .gS)(_fly_monitoring_stages__WEBPACK_IMPORTED_MODULE_1__/* .deployMonitoring */ .M);
//# sourceMappingURL=main.js.map
__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 3718:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  gS: () => (/* binding */ startGitHubStage)
});

// UNUSED EXPORTS: gitHubContext, inputsFromEnvironment

// EXTERNAL MODULE: ./packages/kit/lib/error-report.js
var error_report = __nccwpck_require__(9995);
// EXTERNAL MODULE: ./packages/kit/lib/secret.js
var secret = __nccwpck_require__(1580);
// EXTERNAL MODULE: ./packages/kit/lib/suite-error.js
var suite_error = __nccwpck_require__(9581);
// EXTERNAL MODULE: ./packages/kit/lib/text/markdown.js
var markdown = __nccwpck_require__(3059);
;// CONCATENATED MODULE: external "node:child_process"
const external_node_child_process_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");
;// CONCATENATED MODULE: external "node:readline"
const external_node_readline_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:readline");
;// CONCATENATED MODULE: ./packages/kit/lib/adapters/child-environment.js
/**
 * Names every child inherits: where programs are, where it may write, how to reach the internet, and in which language
 * it speaks. Nothing else of the job reaches a child: neither inputs, nor other tokens, nor the runner's command files,
 * nor variables such as LOG_LEVEL or FLY_APP by which a job would change what flyctl does.
 */
const everyChild = new Set([
    'PATH',
    'HOME',
    'USER',
    'TMPDIR',
    'TMP',
    'TEMP',
    'TZ',
    'LANG',
    'LANGUAGE',
    'SSL_CERT_FILE',
    'SSL_CERT_DIR',
    ...['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'ALL_PROXY'].flatMap((name) => [name, name.toLowerCase()]),
]);
/** LC_ALL, LC_CTYPE and their siblings. */
const localePrefix = 'LC_';
function childEnvironment(parent, { inherits, own }) {
    const wanted = (name) => everyChild.has(name) || name.startsWith(localePrefix) || inherits.includes(name);
    const inherited = Object.entries(parent).flatMap(([name, value]) => value !== undefined && wanted(name) ? [[name, value]] : []);
    return { ...Object.fromEntries(inherited), ...own };
}
//# sourceMappingURL=child-environment.js.map
;// CONCATENATED MODULE: ./packages/kit/lib/adapters/child-processes.js



/** Between the polite signal and the one that cannot be refused. */
const usualKillAfterMs = 5_000;
/**
 * Processes without a shell. @actions/exec is not used here: it cannot stop a child that hangs, and flyctl is known to
 * hang after a successful deploy.
 */
const childProcesses = {
    run: (command) => watch(command, launch(command)),
    start: (command) => {
        const child = launch(command);
        const ended = watch(command, child);
        return {
            ended,
            stop: async () => {
                stopChild(child);
                await ended;
            },
        };
    },
};
const running = new Set();
/**
 * Interrupts every child that still runs, and waits for their ends. A child that nobody waits for would go on deploying
 * after its owner has given up.
 */
async function interruptChildren(killAfterMs = usualKillAfterMs) {
    const ends = [...running].map((child) => new Promise((resolve) => child.once('close', resolve)));
    for (const child of running)
        stopChild(child, { signal: 'SIGINT', killAfterMs });
    await Promise.all(ends);
}
function launch(command) {
    const child = (0,external_node_child_process_namespaceObject.spawn)(command.file, command.args, {
        env: childEnvironment(process.env, { inherits: command.inherits ?? [], own: command.env ?? {} }),
        ...(command.cwd === undefined ? {} : { cwd: command.cwd }),
        stdio: [command.stdin === undefined && command.isTiedToUs === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    });
    running.add(child);
    child.once('close', () => running.delete(child));
    child.once('error', () => running.delete(child));
    // A child that ends before it has read its input closes the pipe; its exit code tells what happened.
    child.stdin?.on('error', () => { });
    if (command.isTiedToUs === undefined)
        child.stdin?.end(command.stdin);
    return child;
}
async function watch(command, child) {
    const stdout = collect(child.stdout, (line) => command.onLine?.(line, 'stdout'));
    const stderr = collect(child.stderr, (line) => command.onLine?.(line, 'stderr'));
    let timedOut = false;
    const timer = command.timeoutMs === undefined
        ? undefined
        : setTimeout(() => {
            timedOut = true;
            stopChild(child);
        }, command.timeoutMs);
    const exit = await exitOf(child);
    clearTimeout(timer);
    if (exit === 'not-found')
        return { kind: 'not-found', file: command.file };
    const output = { stdout: await stdout, stderr: await stderr };
    if (timedOut)
        return { kind: 'timed-out', afterMs: command.timeoutMs ?? 0, ...output };
    return { kind: 'exited', exitCode: exit, ...output };
}
function exitOf(child) {
    return new Promise((resolve, reject) => {
        child.once('error', (error) => {
            if (error.code === 'ENOENT' || error.code === 'EACCES')
                resolve('not-found');
            else
                reject(error);
        });
        // Shells report a signal as 128 + its number; one number is enough here, as nobody tells signals apart.
        child.once('close', (code) => resolve(code ?? 128));
    });
}
async function collect(stream, onLine) {
    if (stream === null)
        return '';
    const lines = [];
    for await (const line of (0,external_node_readline_namespaceObject.createInterface)({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
        lines.push(line);
        onLine(line);
    }
    return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}
const usualStop = { signal: 'SIGTERM', killAfterMs: usualKillAfterMs };
function stopChild(child, { signal, killAfterMs } = usualStop) {
    if (child.exitCode !== null || child.signalCode !== null)
        return;
    child.kill(signal);
    const timer = setTimeout(() => child.kill('SIGKILL'), killAfterMs);
    timer.unref();
    child.once('close', () => clearTimeout(timer));
}
//# sourceMappingURL=child-processes.js.map
;// CONCATENATED MODULE: ./packages/kit/lib/adapters/close-on-signals.js

/**
 * What running children get to end in order. GitHub's runner sends SIGINT, after 7.5 s SIGTERM, and kills after 2.5 s
 * more (actions/runner, ProcessInvoker.cs), so this leaves 2 s for the last words.
 */
const childrenEndWithinMs = 8_000;
const exitCodes = { SIGINT: 130, SIGTERM: 143 };
/**
 * From now on SIGINT and SIGTERM close the run instead of ending the process. A second SIGINT, from a person who does
 * not want to wait, makes it overdue at once; the SIGTERM that the runner sends behind its SIGINT changes nothing.
 */
function closeOnSignals(onBegin) {
    const begun = new AbortController();
    const overdue = new AbortController();
    let first = 'SIGINT';
    const handle = (signal) => {
        if (begun.signal.aborted) {
            if (signal === 'SIGINT')
                overdue.abort();
            return;
        }
        first = signal;
        onBegin(signal);
        begun.abort();
        void interruptChildren(childrenEndWithinMs);
        setTimeout(() => overdue.abort(), childrenEndWithinMs).unref();
    };
    process.on('SIGINT', handle);
    process.on('SIGTERM', handle);
    return { begun: begun.signal, overdue: overdue.signal, exitCode: () => exitCodes[first] };
}
//# sourceMappingURL=close-on-signals.js.map
;// CONCATENATED MODULE: ./packages/kit/lib/adapters/end-process.js
/**
 * Ends the process once everything written to standard output and standard error has reached its reader. A pipe holds
 * 64 KiB, and `process.exit()` by itself drops what still waits behind them: the last words first, the error with
 * them. Nor does the process end by itself: sockets kept alive by servers would hold it until they time out.
 */
async function endProcess(exitCode) {
    await Promise.all([process.stdout, process.stderr].map(written));
    process.exit(exitCode);
}
/** Resolves also when the reader has gone away: nobody is left to tell. */
function written(stream) {
    return new Promise((resolve) => {
        stream.once('close', resolve);
        stream.write('', () => resolve());
    });
}
/** A reader that goes away, as `head` does, must not end a deploy half way: the work goes on without its words. */
function outliveReaders() {
    for (const stream of [process.stdout, process.stderr])
        stream.on('error', () => { });
}
//# sourceMappingURL=end-process.js.map
// EXTERNAL MODULE: ./packages/kit/lib/text/foreign-text.js
var foreign_text = __nccwpck_require__(7338);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");
;// CONCATENATED MODULE: ./packages/kit/lib/adapters/workflow-commands.js



/** Writes `::name key=value,key=value::message`. */
function issueCommand(name, properties, message) {
    const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
    process.stdout.write(`::${[name, list.join()].filter(Boolean).join(' ')}::${escapeMessage(message)}${external_node_os_namespaceObject.EOL}`);
}
function escapeMessage(text) {
    return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
function escapeProperty(text) {
    return escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
function printLine(line) {
    process.stdout.write(`${line}${external_node_os_namespaceObject.EOL}`);
}
async function printGroup(name, body) {
    issueCommand('group', {}, name);
    try {
        return await body();
    }
    finally {
        issueCommand('endgroup', {}, '');
    }
}
/** The delimiter is drawn, so that no value can end itself early and add an output of its own. */
function setOutput(name, value) {
    const file = process.env['GITHUB_OUTPUT'] ?? '';
    const delimiter = `ghadelimiter_${(0,external_node_crypto_.randomUUID)()}`;
    if (file !== '')
        (0,external_node_fs_.appendFileSync)(file, `${name}<<${delimiter}${external_node_os_namespaceObject.EOL}${value}${external_node_os_namespaceObject.EOL}${delimiter}${external_node_os_namespaceObject.EOL}`);
    else
        setOutputOfOldRunners(name, value);
}
function setOutputOfOldRunners(name, value) {
    process.stdout.write(external_node_os_namespaceObject.EOL);
    issueCommand('set-output', { name }, value);
}
/** @returns without a word where the runner has no summary, as on old GitHub Enterprise servers */
function addToSummary(markdown) {
    const file = process.env['GITHUB_STEP_SUMMARY'] ?? '';
    if (file !== '')
        (0,external_node_fs_.appendFileSync)(file, `${markdown}${external_node_os_namespaceObject.EOL}`);
}
//# sourceMappingURL=workflow-commands.js.map
;// CONCATENATED MODULE: ./packages/kit/lib/adapters/github-log.js


/** The runner cuts the rest off without a word (actions/runner, ExecutionContext.cs, _maxIssueMessageLength). */
const longestMessageCharacters = 4_096;
/** Of a check run's annotation (GitHub's REST API). */
const longestTitleCharacters = 255;
/** Progress in a workflow's log. */
function gitHubLog(redactor) {
    // Twice: a secret may be whole only before characters are replaced, or only after colours inside it are gone.
    const clean = (text) => redactor.redact((0,foreign_text/* harmless */.Is)(redactor.redact(text)));
    const title = (text) => (0,foreign_text/* cutMiddle */.it)(clean((0,foreign_text/* onOneLine */.GJ)(redactor.redact(text))), longestTitleCharacters);
    return {
        info: (line) => printLine((0,foreign_text/* cutLines */.EQ)(clean(line))),
        group: (name, body) => printGroup(title(name), body),
        annotate: (annotation) => annotate(annotation, { clean, title }),
    };
}
function annotate({ level, title, message, place }, cleaning) {
    issueCommand(level, { title: cleaning.title(title), ...placeProperties(place, cleaning) }, (0,foreign_text/* cutMiddle */.it)(cleaning.clean(message), longestMessageCharacters));
}
function placeProperties(place, { clean }) {
    if (place === undefined)
        return {};
    return { file: clean((0,foreign_text/* onOneLine */.GJ)(place.file)), ...(place.line !== undefined && { line: place.line }) };
}
//# sourceMappingURL=github-log.js.map
// EXTERNAL MODULE: ./packages/kit/lib/interruption.js
var interruption = __nccwpck_require__(643);
;// CONCATENATED MODULE: ./packages/kit/lib/closing.js

/**
 * The same edges, of a run that can be cancelled. Once `closing` is aborted nothing new starts but what cleans up, waiting
 * ends, and what was asked for and has no result throws INTERRUPTED, so that a stage unwinds from wherever it is. Files
 * stay usable: what is known is still to be written down.
 */
function closeableEdges(edges, closing) {
    return {
        files: edges.files,
        ...(edges.toolCache && { toolCache: edges.toolCache }),
        clock: closeableClock(edges.clock, closing),
        processes: {
            run: async (command) => {
                if (command.isCleaningUp)
                    return edges.processes.run(command);
                refuseWhen(closing);
                return finished(await edges.processes.run(command), closing);
            },
            start: (command) => {
                refuseWhen(closing);
                return edges.processes.start(command);
            },
        },
        http: {
            send: async (request) => {
                if (changesNothing(request))
                    return unlessClosing(closing, () => edges.http.send(request));
                refuseWhen(closing);
                // Whether a write has arrived is worth knowing, and servers answer within seconds.
                return edges.http.send(request);
            },
            download: (...args) => unlessClosing(closing, () => edges.http.download(...args)),
        },
    };
}
function closeableClock(clock, closing) {
    return { now: () => clock.now(), sleep: (ms) => unlessClosing(closing, () => clock.sleep(ms)) };
}
function refuseWhen(closing) {
    if (closing.aborted)
        throw new interruption/* Interruption */._();
}
/** The result of the work, unless closing begins first: then nobody waits for it any more. */
async function unlessClosing(closing, work) {
    refuseWhen(closing);
    let stop = () => { };
    const cancelled = new Promise((_, reject) => {
        stop = () => reject(new interruption/* Interruption */._());
        closing.addEventListener('abort', stop);
    });
    try {
        return await Promise.race([work(), cancelled]);
    }
    finally {
        closing.removeEventListener('abort', stop);
    }
}
/** A child that ended well although it was interrupted has done its work; any other end says nothing about the work. */
function finished(outcome, closing) {
    const didItsWork = outcome.kind === 'exited' && outcome.exitCode === 0;
    if (closing.aborted && !didItsWork)
        throw new interruption/* Interruption */._();
    return outcome;
}
function changesNothing({ method = 'GET' }) {
    return method === 'GET';
}
//# sourceMappingURL=closing.js.map
;// CONCATENATED MODULE: ./packages/kit/lib/ordinary-value.js
/** Names that say of themselves that their value is to be kept secret. */
const secretName = /pass|pwd|secret|token|key|credential|auth|private|dsn|salt|cert|hash|signature/i;
/** A word as people write them, with the number of a region or version behind it; what is longer is no word. */
const word = /^(?:[a-z]{1,20}|[A-Z]{1,20}|[A-Z][a-z]{1,19})\d{0,3}$/;
/** Shorter values are found by trying, and stand in texts by chance. */
const shortestUnknown = 8;
/**
 * Whether a NAME=value is a setting rather than a secret: `NODE_ENV=prod`, `APP_NAME=shop`, `ORIGIN=https://shop.dev`.
 * Hiding such a value hides nothing, and makes the runner drop every output in which the word occurs. GitHub itself
 * hides what comes from its own secrets, whatever it looks like.
 */
function isOrdinary(name, value) {
    const text = value.trim();
    if (secretName.test(name))
        return false;
    return text.length < shortestUnknown || isNumbers(text) || isWords(text) || isPlainAddress(text);
}
/** Numbers, versions, dates, IP addresses. */
function isNumbers(text) {
    return /^v?[\d.,:+\-/ T]+Z?$/.test(text);
}
/** Words with separators: names, lists, hosts with their ports, paths, regions, e-mail addresses. */
function isWords(text) {
    const withoutPorts = text.replace(/:\d{1,5}(?=[/,;]|$)/g, '');
    return withoutPorts.split(/[-_. /,;@+=]+/).every((part) => part === '' || /^\d{1,4}$/.test(part) || word.test(part));
}
/** Without user, password or query: those carry keys. */
function isPlainAddress(text) {
    if (!/^[a-z][a-z0-9+.-]*:\/\//.test(text) || !URL.canParse(text))
        return false;
    const { username, password, search, hash, host, pathname } = new URL(text);
    return [username, password, search, hash].every((part) => part === '') && isWords(`${host}${pathname}`);
}
//# sourceMappingURL=ordinary-value.js.map
;// CONCATENATED MODULE: ./packages/kit/lib/inputs/protect-inputs.js


/** Declares every given secret before anything is parsed, so that no message about inputs can show one. */
function protectInputs(spec, raw, protect) {
    for (const [name, kind] of Object.entries(spec)) {
        const values = [raw.given[name], kind.environment && raw.environment[kind.environment]].map((value) => value?.trim());
        for (const value of values) {
            if (value === undefined || value === '')
                continue;
            if (kind.kind === 'secret')
                protect(new secret/* Secret */.zh(value));
            if (kind.kind === 'pairs')
                protectPairs(value, protect);
        }
    }
}
/** Of NAME=value only what may be a secret: a setting such as NODE_ENV=prod hides nothing and garbles everything. */
function protectPairs(text, protect) {
    for (const line of text.split('\n')) {
        const cut = line.indexOf('=');
        const [name, value] = [line.slice(0, Math.max(0, cut)).trim(), line.slice(cut + 1).trim()];
        if (value !== '' && !isOrdinary(name, value))
            protect(new secret/* Secret */.zh(value));
    }
}
//# sourceMappingURL=protect-inputs.js.map
;// CONCATENATED MODULE: external "node:fs/promises"
const promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __nccwpck_require__(7030);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __nccwpck_require__(6466);
;// CONCATENATED MODULE: ./packages/kit/lib/adapters/disk-files.js








const leftovers = new Set();
process.once('exit', () => {
    for (const folder of leftovers)
        (0,external_node_fs_.rmSync)(folder, { recursive: true, force: true });
});
const diskFiles = {
    readText: (path) => unlessMissing(path, () => (0,promises_namespaceObject.readFile)(path, 'utf8')),
    readBytes: (path) => unlessMissing(path, () => (0,promises_namespaceObject.readFile)(path)),
    writeBytes: (path, bytes, options) => (0,promises_namespaceObject.writeFile)(path, bytes, { mode: options?.isExecutable ? 0o700 : 0o600 }),
    writeText: async (path, text) => {
        await (0,promises_namespaceObject.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
        await (0,promises_namespaceObject.writeFile)(path, text, { mode: 0o600 });
    },
    exists: async (path) => {
        try {
            await (0,promises_namespaceObject.access)(path);
            return true;
        }
        catch {
            return false;
        }
    },
    copy: async (from, to) => {
        await (0,promises_namespaceObject.mkdir)((0,external_node_path_.dirname)(to), { recursive: true });
        await (0,promises_namespaceObject.copyFile)(from, to);
    },
    sha256: (path) => unlessMissing(path, async () => {
        const hash = (0,external_node_crypto_.createHash)('sha256');
        await (0,promises_.pipeline)((0,external_node_fs_.createReadStream)(path), hash);
        return hash.digest('hex');
    }),
    list: async (folder) => {
        try {
            const entries = await (0,promises_namespaceObject.readdir)(folder, { recursive: true, withFileTypes: true });
            return entries
                .filter((entry) => entry.isFile())
                .map((entry) => (0,external_node_path_.join)(entry.parentPath, entry.name).slice((0,external_node_path_.join)(folder, external_node_path_.sep).length).replaceAll(external_node_path_.sep, '/'))
                .sort();
        }
        catch (error) {
            if (isMissing(error))
                return [];
            throw unreadable(folder, error);
        }
    },
    entries: async (folder) => {
        const names = (await unlessMissing(folder, () => (0,promises_namespaceObject.readdir)(folder, { withFileTypes: true }))) ?? [];
        const found = await Promise.all(names.map((entry) => unlessMissing(folder, () => describeEntry(entry))));
        return found.filter((entry) => entry !== undefined).sort((a, b) => (a.name < b.name ? -1 : 1));
    },
    makeTemporaryFolder: async () => {
        const folder = await (0,promises_namespaceObject.mkdtemp)((0,external_node_path_.join)(process.env['RUNNER_TEMP'] ?? (0,external_node_os_namespaceObject.tmpdir)(), 'fly-monitoring-'));
        leftovers.add(folder);
        return folder;
    },
    removeFolder: async (path) => {
        await (0,promises_namespaceObject.rm)(path, { recursive: true, force: true });
        leftovers.delete(path);
    },
    freePort: async () => {
        for (let attempt = 0; attempt < portRange; attempt++) {
            const port = lowestPort + (nextPort++ % portRange);
            if (await isFree(port))
                return port;
        }
        throw new Error(`Every port from ${lowestPort} to ${lowestPort + portRange - 1} is taken.`);
    },
};
async function describeEntry(entry) {
    const { name } = entry;
    const path = (0,external_node_path_.join)(entry.parentPath, name);
    const mode = (await (0,promises_namespaceObject.lstat)(path)).mode & 0o7777;
    if (entry.isSymbolicLink())
        return { name, kind: 'link', mode, target: await (0,promises_namespaceObject.readlink)(path) };
    return { name, kind: entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other', mode };
}
/**
 * Below 32768, where Linux begins to take ports for outgoing connections: a port from there is often taken again
 * between being found and being used.
 */
const lowestPort = 15_000;
const portRange = 17_000;
/** One after the other: what is found at the same time is not there twice, as random ports now and then are. */
let nextPort = Math.floor(Math.random() * portRange);
function isFree(port) {
    return new Promise((resolve) => {
        const server = (0,external_node_net_.createServer)();
        server.once('error', () => resolve(false));
        server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
    });
}
async function unlessMissing(path, read) {
    try {
        return await read();
    }
    catch (error) {
        if (isMissing(error))
            return undefined;
        throw unreadable(path, error);
    }
}
function unreadable(path, cause) {
    return new suite_error/* SuiteError */.$K({
        code: 'FILE_INVALID',
        message: `${path} cannot be read: ${(0,suite_error/* errorMessage */.gJ)(cause)}`,
        hint: 'Let the user of this process read it, or name another file.',
        cause,
    });
}
function isMissing(error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
    return code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR';
}
//# sourceMappingURL=disk-files.js.map
;// CONCATENATED MODULE: external "node:timers/promises"
const external_node_timers_promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");
;// CONCATENATED MODULE: ./packages/kit/lib/adapters/system-clock.js

const systemClock = {
    now: () => Date.now(),
    sleep: async (ms) => {
        await (0,external_node_timers_promises_namespaceObject.setTimeout)(ms);
    },
};
//# sourceMappingURL=system-clock.js.map
;// CONCATENATED MODULE: ./packages/kit/lib/adapters/undici-http.js
/**
 * HTTP by undici, which is loaded with the first request: loading it takes longer than all else of a start, and most
 * runs that change nothing ask nobody but flyctl.
 */
function undiciHttp() {
    let opened;
    const open = () => {
        opened ??= Promise.all(/* import() */[__nccwpck_require__.e(942), __nccwpck_require__.e(442)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3442)).then(({ openUndici }) => openUndici());
        return opened;
    };
    return {
        send: async (request) => (await open()).send(request),
        download: async (url, path, options) => (await open()).download(url, path, options),
    };
}
//# sourceMappingURL=undici-http.js.map
;// CONCATENATED MODULE: ./packages/kit/lib/adapters/run-stage.js








/**
 * Runs a stage on the real edges. A cancelled run ends with what its stage has to say; one that does not come to its
 * end in time, with an error that says so.
 * @throws what the stage throws
 */
function runStage(stage, { raw, closing, surroundings, toolCache }) {
    protectInputs(stage.inputs, raw, surroundings.protect);
    const edges = {
        clock: systemClock,
        http: undiciHttp(),
        processes: childProcesses,
        files: diskFiles,
        ...(toolCache && { toolCache }),
    };
    const tools = { ...closeableEdges(edges, closing.begun), ...surroundings };
    const work = async () => (await stage.prepare(raw, tools)).run();
    return Promise.race([work(), overdue(closing, stage.name)]);
}
function overdue({ overdue: signal }, stage) {
    return new Promise((resolve) => {
        signal.addEventListener('abort', () => resolve((0,error_report/* errorReport */.Z)((0,suite_error/* interruptedError */.n7)(stage))), { once: true });
    });
}
//# sourceMappingURL=run-stage.js.map
;// CONCATENATED MODULE: ./packages/kit/lib/adapters/tool-cache.js

/** Loaded when it is needed, as most runs find flyctl on PATH: it brings an HTTP stack and a version grammar along. */
const load = () => Promise.all(/* import() */[__nccwpck_require__.e(942), __nccwpck_require__.e(143)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3143));
/**
 * The tool cache of GitHub's runner. Only for actions: it writes `::debug::` lines to standard output, where the
 * command line prints JSON.
 */
const actionsToolCache = {
    find: async ({ tool, version, arch, name }) => {
        if (!hasCache())
            return undefined;
        const folder = (await load()).find(tool, version, arch);
        return folder === '' ? undefined : (0,external_node_path_.join)(folder, name);
    },
    keep: async (path, { tool, version, arch, name }) => {
        if (hasCache())
            await (await load()).cacheFile(path, name, tool, version, arch);
    },
};
/** A runner sets it; the toolkit throws without it. */
function hasCache() {
    return (process.env['RUNNER_TOOL_CACHE'] ?? '') !== '';
}
//# sourceMappingURL=tool-cache.js.map
;// CONCATENATED MODULE: ./packages/kit/lib/adapters/github-start.js










/** Runs a stage as a GitHub action: the only place of an action that ends the process. */
async function startGitHubStage(stage) {
    outliveReaders();
    const redactor = new secret/* Redactor */.pO();
    const log = gitHubLog(redactor);
    const closing = closeOnSignals((signal) => log.info(`${signal}: cancelled; nothing new is started.`));
    const protect = (secret) => {
        for (const form of redactor.add(secret.reveal()))
            issueCommand('add-mask', {}, form);
    };
    const raw = { given: inputsFromEnvironment(process.env), environment: process.env };
    const surroundings = { log, protect, context: gitHubContext(process.env) };
    const report = await runStage(stage, { raw, closing, surroundings, toolCache: actionsToolCache }).catch((thrown) => errorReportOf(thrown, { stage, log }));
    publish(report, { log, redactor });
    await endProcess(exitCodeOf(report, closing));
}
function exitCodeOf({ conclusion }, closing) {
    switch (conclusion) {
        case 'success':
            return 0;
        case 'failure':
            return 1;
        case 'interrupted':
            return closing.exitCode();
    }
}
/** `INPUT_FLY-API-TOKEN` -> `fly-api-token`: the runner upper-cases names and keeps hyphens. */
function inputsFromEnvironment(environment) {
    return Object.fromEntries(Object.entries(environment)
        .filter(([name]) => name.startsWith('INPUT_'))
        .map(([name, value]) => [name.slice('INPUT_'.length).toLowerCase(), value ?? '']));
}
/**
 * Read from the runner's variables alone: the toolkit's own context reads the event's file when it is imported, and
 * ends the process with a stack where that file is damaged.
 */
function gitHubContext(environment) {
    const given = (name) => environment[name] || undefined;
    const [repository, sha, runId] = [given('GITHUB_REPOSITORY'), given('GITHUB_SHA'), given('GITHUB_RUN_ID')];
    const server = given('GITHUB_SERVER_URL') ?? 'https://github.com';
    return {
        repository: repository ?? '',
        sha,
        ref: given('GITHUB_REF'),
        runLabel: [sha?.slice(0, 12), runId, given('GITHUB_RUN_ATTEMPT')].filter(Boolean).join('-'),
        runUrl: repository === undefined || runId === undefined ? undefined : `${server}/${repository}/actions/runs/${runId}`,
        actor: given('GITHUB_ACTOR'),
        workspace: given('GITHUB_WORKSPACE') ?? process.cwd(),
    };
}
function publish(report, tools) {
    for (const line of report.lines)
        tools.log.info(line);
    for (const annotation of report.annotations)
        tools.log.annotate(annotation);
    // Outputs are addresses, numbers and paths that later steps use as they are; no stage puts a secret into one.
    for (const [name, value] of Object.entries(report.outputs))
        setOutput(name, value);
    addToSummary((0,markdown/* trimSummary */.HU)(tools.redactor.redact(report.summary)));
}
/** An unexpected error is a defect: its stack is what a bug report needs. */
function errorReportOf(thrown, { stage, log }) {
    const error = (0,suite_error/* toSuiteError */.oQ)(thrown, stage.name);
    if (error.code === 'UNEXPECTED' && typeof thrown === 'object' && thrown !== null && 'stack' in thrown) {
        log.info(String(thrown.stack));
    }
    return (0,error_report/* errorReport */.Z)(error);
}
//# sourceMappingURL=github-start.js.map

/***/ }),

/***/ 9995:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ errorReport)
/* harmony export */ });
/* harmony import */ var _text_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3059);

/** Each line of their messages is a sentence of its own about one thing that is wrong. */
const listingCodes = new Set([
    'INPUT_INVALID',
    'DASHBOARD_INVALID',
    'PROMETHEUS_CONFIG_INVALID',
]);
/** What people and later steps see of a stage that ended with an error. */
function errorReport(error) {
    const message = error.message.trim();
    return {
        conclusion: error.code === 'INTERRUPTED' ? 'interrupted' : 'failure',
        outputs: {},
        summary: [
            `### ❌ ${error.code}`,
            ...messageParts(error.code, message),
            `**Next:** ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeCell */ .kq)(error.hint)}\n`,
        ].join('\n\n'),
        lines: [],
        annotations: [{ level: 'error', title: error.code, message: `${message}\nNext: ${error.hint} [${error.code}]` }],
    };
}
/** The first line is ours; those below it are mostly what a tool or a server wrote. */
function messageParts(code, message) {
    const [first = '', ...rest] = message.split(/\r?\n/);
    if (listingCodes.has(code))
        return [first, ...rest].map(_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeCell */ .kq);
    return [(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeCell */ .kq)(first), ...(rest.length === 0 ? [] : [(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .codeBlock */ .DV)(rest.join('\n'))])];
}
//# sourceMappingURL=error-report.js.map

/***/ }),

/***/ 643:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ Interruption),
/* harmony export */   s: () => (/* binding */ isInterruption)
/* harmony export */ });
/**
 * What the edges throw once the run was cancelled. It is no SuiteError: code that has an answer to expected errors must
 * not take it for one of them, and so it unwinds to whoever tells the person.
 */
class Interruption extends Error {
    constructor() {
        super('The run was cancelled.');
        this.name = 'Interruption';
    }
}
function isInterruption(thrown) {
    return thrown instanceof Interruption;
}
//# sourceMappingURL=interruption.js.map

/***/ }),

/***/ 1580:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   pO: () => (/* binding */ Redactor),
/* harmony export */   zh: () => (/* binding */ Secret)
/* harmony export */ });
/* unused harmony export secretForms */
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7975);
/* harmony import */ var _text_markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3059);


const hidden = '***';
/** A value that shows itself only to a caller that asks with `reveal()`; printed, logged or serialised it is `***`. */
class Secret {
    #value;
    constructor(value) {
        this.#value = value;
    }
    reveal() {
        return this.#value;
    }
    toString() {
        return hidden;
    }
    toJSON() {
        return hidden;
    }
    [node_util__WEBPACK_IMPORTED_MODULE_0__.inspect.custom]() {
        return hidden;
    }
}
/**
 * Shorter values, and their encoded forms, are not replaced in texts: they occur by chance, and the runner drops every
 * output that holds a masked value.
 */
const shortestRedacted = 6;
/** Words that stand in every log, so that hiding them would hide nothing and garble everything. */
const everyday = /^(production|development|staging|default|password|secret|\d{1,6})$/i;
/** Replaces known secrets, and the forms in which they travel, in any text that leaves the process. */
class Redactor {
    #needles = new Set();
    /** @returns the forms that were added, for the runner's own masking */
    add(value) {
        const forms = secretForms(value);
        // Summaries are escaped before they are redacted, and an escaped secret is one still.
        for (const form of forms)
            for (const needle of [form, (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeCell */ .kq)(form)])
                this.#needles.add(needle);
        return forms;
    }
    redact(text) {
        let out = text;
        // Longest first, or a part of a token would be replaced and the rest of it left standing.
        for (const needle of [...this.#needles].sort((a, b) => b.length - a.length))
            out = out.replaceAll(needle, hidden);
        return out;
    }
}
/**
 * The value and its lines, without a scheme as well; the parts of a Fly token, which is `FlyV1 part,part`; the password
 * inside an address; and the base64 and percent-encoded forms of each.
 */
function secretForms(value) {
    const withoutScheme = value.trim().replace(/^(FlyV1|Bearer|Basic)\s+/i, '');
    const wholes = [value, withoutScheme, ...flyTokenParts(withoutScheme), ...passwordsIn(value), ...value.split('\n')];
    const isHideable = (text) => text.length >= shortestRedacted && !everyday.test(text);
    const forms = wholes
        .map((whole) => whole.trim())
        .filter(isHideable)
        .flatMap((whole) => [whole, Buffer.from(whole).toString('base64'), orSame(encodeURIComponent, whole)]);
    return [...new Set(forms)];
}
function flyTokenParts(value) {
    return /(^|,)f[mo]\d+r?_/.test(value) ? value.split(',') : [];
}
function passwordsIn(value) {
    const address = value.trim();
    if (!URL.canParse(address))
        return [];
    const { password } = new URL(address);
    return [password, orSame(decodeURIComponent, password)];
}
/** Half a surrogate pair cannot be encoded, nor a lone % be decoded. */
function orSame(convert, text) {
    try {
        return convert(text);
    }
    catch {
        return text;
    }
}
//# sourceMappingURL=secret.js.map

/***/ }),

/***/ 9581:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $K: () => (/* binding */ SuiteError),
/* harmony export */   gJ: () => (/* binding */ errorMessage),
/* harmony export */   n7: () => (/* binding */ interruptedError),
/* harmony export */   oQ: () => (/* binding */ toSuiteError),
/* harmony export */   t$: () => (/* binding */ isSuiteError)
/* harmony export */ });
/* harmony import */ var _interruption_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(643);

/** The one error class: everything a person needs to go on, and no secret. */
class SuiteError extends Error {
    code;
    hint;
    isTemporary;
    constructor(facts) {
        super(facts.message, facts.cause === undefined ? undefined : { cause: facts.cause });
        this.name = 'SuiteError';
        this.code = facts.code;
        this.hint = facts.hint;
        this.isTemporary = facts.isTemporary ?? false;
    }
}
/** Duck typing: an error from another realm (a test's, a worker's) is not an instance of this realm's classes. */
function isSuiteError(value) {
    return (value instanceof SuiteError || (typeof value === 'object' && value !== null && 'hint' in value && 'code' in value));
}
/** The text of anything that can be thrown, with its causes. */
function errorMessage(thrown) {
    if (typeof thrown !== 'object' || thrown === null || !('message' in thrown))
        return String(thrown);
    const message = String(thrown.message);
    const cause = 'cause' in thrown && thrown.cause !== undefined ? errorMessage(thrown.cause) : '';
    return cause === '' || message.includes(cause) ? message : `${message} (${cause})`;
}
/** What a cancelled run ends with where nothing more is known. */
function interruptedError(what, cause) {
    return new SuiteError({
        code: 'INTERRUPTED',
        message: `${what} was cancelled before it had finished.`,
        hint: 'Run it again: what was done already is found and not done twice.',
        cause,
    });
}
/** An expected error as it is; anything else becomes UNEXPECTED and keeps its cause. `what`: for a cancelled run. */
function toSuiteError(thrown, what = 'The run') {
    if (isSuiteError(thrown))
        return thrown;
    if ((0,_interruption_js__WEBPACK_IMPORTED_MODULE_0__/* .isInterruption */ .s)(thrown))
        return interruptedError(what, thrown);
    return new SuiteError({
        code: 'UNEXPECTED',
        message: `Unexpected: ${errorMessage(thrown)}`,
        hint: 'Open an issue with this log; it holds no secrets.',
        cause: thrown,
    });
}
//# sourceMappingURL=suite-error.js.map

/***/ }),

/***/ 7338:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   EQ: () => (/* binding */ cutLines),
/* harmony export */   GJ: () => (/* binding */ onOneLine),
/* harmony export */   Is: () => (/* binding */ harmless),
/* harmony export */   RK: () => (/* binding */ visible),
/* harmony export */   it: () => (/* binding */ cutMiddle)
/* harmony export */ });
/**
 * Text that servers, tools and files wrote, made fit for a log: nothing in it is a command to GitHub's runner, moves a
 * terminal's cursor or hides. What is replaced stays visible as an escape such as `\r` or `\u202e`.
 */
/** Colours and weights. They hold no text; everything else that begins with ESC is shown. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control characters
const colours = /\u001b\[[0-9;]*m/g;
/** Control and format characters, lone surrogates, and the line ends that are not `\n`. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
/** Every character can be seen; `\n` stays a line break and a tab a tab. */
function visible(text) {
    return text.replace(colours, '').replaceAll('\r\n', '\n').replace(unseen, escapeCharacter);
}
function escapeCharacter(character) {
    if (character === '\n' || character === '\t')
        return character;
    if (character === '\r')
        return '\\r';
    const hex = (character.codePointAt(0) ?? 0).toString(16);
    return hex.length > 4 ? `\\u{${hex}}` : `\\u${hex.padStart(4, '0')}`;
}
/** For cells and titles: line breaks and tabs become spaces. */
function onOneLine(text) {
    return visible(text).replace(/\s+/g, ' ').trim();
}
/**
 * No line of it is a workflow command. The runner reads lines that end with `\r`, `\n` or `\r\n`
 * (StreamReader.ReadLine), trims what .NET calls white space from their beginning, and obeys `::command::` there and
 * `##[command]` anywhere (actions/runner 258d6c8, src/Runner.Common/ActionCommand.cs, TryParseV2 and TryParse). Of that
 * white space only tabs and space separators are left once the rest is visible.
 */
function harmless(text) {
    return visible(text)
        .replace(/^([\t\p{Zs}]*)::/gmu, '$1: :')
        .replaceAll('##[', '## [');
}
/** Nobody reads on in a longer line, and browsers are slow to show one. */
const longestLineCharacters = 8_000;
/** Cuts each line that nobody would read to its end. */
function cutLines(text) {
    return text
        .split('\n')
        .map((line) => cutMiddle(line, longestLineCharacters))
        .join('\n');
}
/** Keeps both ends, as the reason often stands last, and says how much is left out; no character is cut in two. */
function cutMiddle(text, mostCharacters) {
    if (text.length <= mostCharacters)
        return text;
    const note = (count) => ` … (${count} characters left out) … `;
    const room = Math.max(0, mostCharacters - note(text.length).length);
    const tailLength = Math.floor(room / 3);
    const headEnd = room - tailLength - (isInsidePair(text, room - tailLength) ? 1 : 0);
    const atTail = text.length - tailLength;
    const tailStart = atTail + (isInsidePair(text, atTail) ? 1 : 0);
    return text.slice(0, headEnd) + note(tailStart - headEnd) + text.slice(tailStart);
}
/** Characters beyond U+FFFF are two units long. */
function isInsidePair(text, at) {
    return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(Math.max(0, at - 1), at + 1));
}
//# sourceMappingURL=foreign-text.js.map

/***/ }),

/***/ 3059:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   DV: () => (/* binding */ codeBlock),
/* harmony export */   HU: () => (/* binding */ trimSummary),
/* harmony export */   Qj: () => (/* binding */ markdownTable),
/* harmony export */   ed: () => (/* binding */ textTable),
/* harmony export */   kq: () => (/* binding */ escapeCell),
/* harmony export */   ti: () => (/* binding */ inlineCode)
/* harmony export */ });
/* unused harmony exports summaryLimitBytes, markdownLink */
/* harmony import */ var _foreign_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7338);

/** GitHub refuses a step summary of more bytes (1 MiB by file size); what is over is not uploaded at all. */
const summaryLimitBytes = 1_048_576;
const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
/**
 * Text from servers and files as one line of plain text, in a cell, an item or a paragraph: no markup, no image, no
 * link with a text of its own, no mention. A bare address stays one to click: it leads where it says.
 */
function escapeCell(text) {
    return ((0,_foreign_text_js__WEBPACK_IMPORTED_MODULE_0__/* .onOneLine */ .GJ)(text)
        .replace(/[&<>]/g, (character) => entities[character] ?? character)
        .replace(/([\\`*_[\]|~$])/g, '\\$1')
        .replace(/^(#{1,6}(?= |$)|[-+](?= |$)|-{2,}|=+)/, '\\$1')
        .replace(/^(\d{1,9})([.)])(?= |$)/, '$1\\$2')
        // GitHub looks for mentions after the escapes are resolved; a space without width is what its own bots use.
        .replace(/(?<!\w)@(?=\w)/g, '@&#8203;'));
}
/** Inside a line; an element, because a code span whose end is cut off would set its content free. */
function inlineCode(text) {
    return `<code>${escapeCell(text)}</code>`;
}
/** Lines as they are, in a fence longer than any run of backticks in them. */
function codeBlock(text) {
    const seen = (0,_foreign_text_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(text);
    const longestRun = Math.max(2, ...(seen.match(/`+/g) ?? []).map((run) => run.length));
    const fence = '`'.repeat(longestRun + 1);
    return `${fence}text\n${seen}\n${fence}`;
}
/** A link to a web address; the text alone when it is none. */
function markdownLink(text, address) {
    const shown = escapeCell(text);
    if (!/^https?:\/\//i.test(address) || !URL.canParse(address))
        return shown;
    return `[${shown}](${new URL(address).href.replace(/[()[\]|<>\\`*_~$@]/g, percentEncode)})`;
}
function percentEncode(sign) {
    return `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
}
/** A table; cells are raw Markdown: escape what comes from outside. No rows, no table. */
function markdownTable(header, rows) {
    if (rows.length === 0)
        return '';
    const line = (cells) => `| ${cells.join(' | ')} |`;
    return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}
/** A table for a terminal: columns padded, no borders, one line a row whatever the cells hold. */
function textTable(header, rows) {
    const all = [header, ...rows].map((row) => row.map(_foreign_text_js__WEBPACK_IMPORTED_MODULE_0__/* .onOneLine */ .GJ));
    const widths = header.map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
    return all.map((row) => row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd());
}
/** A longer line is one huge answer, and would push out everything below it. */
const longestSummaryLine = 16_384;
/** When it does not fit: cuts the middle of huge lines, then whole lines off the end, and says how much. In bytes. */
function trimSummary(markdown, limitBytes = summaryLimitBytes) {
    const sizeBytes = Buffer.byteLength(markdown);
    if (sizeBytes <= limitBytes)
        return markdown;
    const longestLine = Math.min(longestSummaryLine, Math.floor(limitBytes / 4));
    const cut = markdown.split('\n').map((line) => (0,_foreign_text_js__WEBPACK_IMPORTED_MODULE_0__/* .cutMiddle */ .it)(line, longestLine));
    if (Buffer.byteLength(cut.join('\n')) <= limitBytes)
        return cut.join('\n');
    const note = (bytes) => `\n\n_Cut: ${bytes} of ${sizeBytes} bytes are left out here; look at the log._\n`;
    const kept = linesWithin(cut, limitBytes - Buffer.byteLength(note(sizeBytes)));
    return kept + note(sizeBytes - Buffer.byteLength(kept));
}
/** As many lines as fit; a fence that is open after them is closed, or the note would stand in its code. */
function linesWithin(lines, limitBytes) {
    const kept = [];
    let sizeBytes = 0;
    let fence = '';
    for (const line of lines) {
        const nextFence = fenceAfter(line, fence);
        sizeBytes += Buffer.byteLength(line) + 1;
        if (sizeBytes + Math.max(fence.length, nextFence.length) > limitBytes)
            break;
        kept.push(line);
        fence = nextFence;
    }
    return [...kept, ...(fence === '' ? [] : [fence])].join('\n');
}
/** The fence that is open below the line; empty when there is none. */
function fenceAfter(line, open) {
    if (open === '')
        return /^`{3,}/.exec(line)?.[0] ?? '';
    return /^`+$/.test(line) && line.length >= open.length ? '' : open;
}
//# sourceMappingURL=markdown.js.map

/***/ }),

/***/ 6940:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  M: () => (/* binding */ deployMonitoring)
});

// EXTERNAL MODULE: ./packages/kit/lib/suite-error.js
var suite_error = __nccwpck_require__(9581);
;// CONCATENATED MODULE: ./packages/kit/lib/text/duration.js
const unitMs = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000, y: 31_536_000_000 };
/** `90`, `90s`, `1.5m`, `1h30m` -> milliseconds; a bare number is seconds, as flyctl reads it. Undefined when it is none. */
function parseDuration(text) {
    const trimmed = text.trim();
    if (/^\d+$/.test(trimmed))
        return Number(trimmed) * unitMs.s;
    if (!/^(\d+(\.\d+)?(ms|[smhdwy]))+$/.test(trimmed))
        return undefined;
    let totalMs = 0;
    for (const [, count, unit] of trimmed.matchAll(/(\d+(?:\.\d+)?)(ms|[smhdwy])/g)) {
        totalMs += Number(count) * unitMs[unit];
    }
    return Math.round(totalMs);
}
/** Milliseconds as people write them: `850 ms`, `12 s`, `2 min 5 s`. */
function formatDuration(ms) {
    if (ms < 1_000)
        return `${Math.round(ms)} ms`;
    const seconds = Math.round(ms / 1_000);
    if (seconds < 120)
        return `${seconds} s`;
    const rest = seconds % 60;
    return rest === 0 ? `${Math.floor(seconds / 60)} min` : `${Math.floor(seconds / 60)} min ${rest} s`;
}
//# sourceMappingURL=duration.js.map
;// CONCATENATED MODULE: ./packages/kit/lib/deadline.js


/**
 * The same tools with an end: every command, request and pause is cut to what is left, and none begins afterwards but
 * what cleans up, so that all retries and waits of a stage fit into one time. A job's time-out can then be longer than
 * all of it, and what is known is said before the job is killed.
 */
function withDeadline(tools, { ms, stage }) {
    const endsAtMs = Math.min(tools.clock.now() + ms, tools.endsAtMs ?? Number.POSITIVE_INFINITY);
    const left = () => {
        const leftMs = endsAtMs - tools.clock.now();
        if (leftMs > 0)
            return leftMs;
        throw passed(stage, ms);
    };
    const cut = (timeoutMs) => Math.min(timeoutMs ?? Number.POSITIVE_INFINITY, left());
    return {
        ...tools,
        endsAtMs,
        clock: {
            now: () => tools.clock.now(),
            sleep: async (pauseMs) => {
                const leftMs = left();
                await tools.clock.sleep(Math.min(pauseMs, leftMs));
                if (pauseMs > leftMs)
                    throw passed(stage, ms);
            },
        },
        processes: {
            // What cleans up is short, and needed most where the time was not enough.
            run: async (command) => tools.processes.run(command.isCleaningUp ? command : { ...command, timeoutMs: cut(command.timeoutMs) }),
            start: (command) => tools.processes.start(command),
        },
        http: {
            ...tools.http,
            send: async (request) => tools.http.send({ ...request, timeoutMs: cut(request.timeoutMs ?? usualRequestMs) }),
        },
    };
}
/** As `HttpRequest` says. */
const usualRequestMs = 30_000;
function passed(stage, ms) {
    return new suite_error/* SuiteError */.$K({
        code: 'DEADLINE_PASSED',
        message: `${stage} did not end within its ${formatDuration(ms)}.`,
        hint: 'Look at what it waited for last; if that only needs longer, raise the input "deadline", and the timeout-minutes of the job with it.',
        isTemporary: true,
    });
}
//# sourceMappingURL=deadline.js.map
// EXTERNAL MODULE: ./packages/kit/lib/interruption.js
var interruption = __nccwpck_require__(643);
;// CONCATENATED MODULE: ./packages/stages/lib/fly-deployment/before-deploy.js

/**
 * Does what comes before a deploy, and adds to an error of it what has happened to the app until then. Of a cancelled
 * run something else tells that.
 */
async function tellingWhatRan(work, whatRan) {
    try {
        return await work();
    }
    catch (thrown) {
        if ((0,interruption/* isInterruption */.s)(thrown) || !(0,suite_error/* isSuiteError */.t$)(thrown) || thrown.code === 'INTERRUPTED')
            throw thrown;
        const { code, message, hint, isTemporary } = thrown;
        throw new suite_error/* SuiteError */.$K({ code, message: `${message}\n${whatRan}`, hint, isTemporary, cause: thrown });
    }
}
function nothingChanged(app) {
    return `Nothing was changed on "${app}".`;
}
/** `done`: steps before the one that failed. */
function nothingDeployed(app, done) {
    const before = done.length === 0 ? '' : ` Done before that: ${done.join('; ')}.`;
    return `Nothing was deployed to "${app}": what ran before runs on.${before}`;
}
//# sourceMappingURL=before-deploy.js.map
;// CONCATENATED MODULE: ./packages/fly/lib/field.js
/**
 * A value from outside together with where it stands, so that a wrong one is named. Unknown fields are passed over:
 * Fly adds some with every release.
 */
class Field {
    value;
    path;
    complain;
    constructor(value, path, complain) {
        this.value = value;
        this.path = path;
        this.complain = complain;
    }
    at(name) {
        const path = this.path === '' ? name : `${this.path}.${name}`;
        return new Field(this.record()[name], path, this.complain);
    }
    /** Go writes an empty list or map as null, and leaves out what is empty. */
    get isAbsent() {
        return this.value === undefined || this.value === null;
    }
    string() {
        return typeof this.value === 'string' ? this.value : this.#fail('a text');
    }
    optionalString() {
        return this.isAbsent || this.value === '' ? undefined : this.string();
    }
    /** Fly writes some numbers as text: metadata and the JSON of string maps. */
    integer() {
        const number = typeof this.value === 'string' && /^-?\d+$/.test(this.value) ? Number(this.value) : this.value;
        return typeof number === 'number' && Number.isSafeInteger(number) ? number : this.#fail('a whole number');
    }
    optionalInteger() {
        return this.isAbsent || this.value === '' ? undefined : this.integer();
    }
    optionalBoolean() {
        if (this.isAbsent)
            return undefined;
        return typeof this.value === 'boolean' ? this.value : this.#fail('true or false');
    }
    list() {
        if (this.isAbsent)
            return [];
        if (!Array.isArray(this.value))
            return this.#fail('a list');
        return this.value.map((item, index) => new Field(item, `${this.path}[${index}]`, this.complain));
    }
    /** TOML has `[mounts]` and `[[mounts]]`; flyctl takes both. */
    listOrOne() {
        return this.isAbsent || Array.isArray(this.value) ? this.list() : [this];
    }
    strings() {
        return this.list().map((item) => item.string());
    }
    entries() {
        return Object.keys(this.record()).map((name) => [name, this.at(name)]);
    }
    /** Scalars of a map as text, as the environment of a machine holds them. */
    texts() {
        return Object.fromEntries(this.entries().map(([name, field]) => [name, field.#scalar()]));
    }
    record() {
        if (this.isAbsent)
            return {};
        if (typeof this.value !== 'object' || Array.isArray(this.value))
            return this.#fail('an object');
        return this.value;
    }
    #scalar() {
        const kind = typeof this.value;
        return kind === 'string' || kind === 'number' || kind === 'boolean' || kind === 'bigint'
            ? String(this.value)
            : this.#fail('a text');
    }
    /** For rules of one field only; the words follow "expected". */
    refuse(expected) {
        return this.#fail(expected);
    }
    #fail(expected) {
        throw this.complain(this.path === '' ? 'the whole document' : this.path, expected, kindOf(this.value));
    }
}
/** The kind and never the value: a machine's environment or a list of secrets must not end up in a message. */
function kindOf(value) {
    if (value === undefined)
        return 'nothing';
    if (value === null)
        return 'null';
    return Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
//# sourceMappingURL=field.js.map
;// CONCATENATED MODULE: ./packages/fly/lib/answers/answer.js


/** The JSON that a flyctl command printed; `command` is for messages. */
function answerField(json, command) {
    return new Field(json, '', (path, expected, seen) => new suite_error/* SuiteError */.$K({
        code: 'UNEXPECTED_ANSWER',
        message: `"${command}" answered with ${path} as ${seen}; expected ${expected}.`,
        hint: 'This version knows flyctl 0.4.80 to 0.4.87; install one of these, or open an issue with the version you have.',
    }));
}
/**
 * Text to JSON. flyctl may print notices before the document, never after it.
 * @throws SuiteError UNEXPECTED_ANSWER
 */
function parseAnswer(stdout, command) {
    const start = stdout.search(/^[[{]|^null\s*$/m);
    try {
        return JSON.parse(start < 0 ? stdout : stdout.slice(start));
    }
    catch (cause) {
        throw new suite_error/* SuiteError */.$K({
            code: 'UNEXPECTED_ANSWER',
            message: `"${command}" answered with ${stdout.trim() === '' ? 'nothing' : 'text that is not JSON'}.`,
            hint: `Run "${command}" on your machine and look at what it prints.`,
            cause,
        });
    }
}
//# sourceMappingURL=answer.js.map
;// CONCATENATED MODULE: ./packages/fly/lib/answers/app.js

/** @throws SuiteError UNEXPECTED_ANSWER */
function parseAppStatus(json) {
    const app = answerField(json, 'flyctl status');
    const name = app.at('Name').string();
    return {
        name,
        deployed: app.at('Deployed').optionalBoolean() ?? false,
        status: (app.at('Status').optionalString() ?? '').toLowerCase(),
        hostname: app.at('Hostname').optionalString() ?? `${name}.fly.dev`,
    };
}
/** @throws SuiteError UNEXPECTED_ANSWER */
function parseVolumes(json) {
    return answerField(json, 'flyctl volumes list')
        .list()
        .map((volume) => ({
        id: volume.at('id').string(),
        name: volume.at('name').string(),
        region: volume.at('region').optionalString() ?? '',
        sizeGb: volume.at('size_gb').optionalInteger() ?? 0,
        attachedMachineId: volume.at('attached_machine_id').optionalString() ?? volume.at('attached_alloc_id').optionalString(),
        state: volume.at('state').optionalString() ?? '',
        hostStatus: volume.at('host_status').optionalString() ?? 'ok',
    }));
}
/** @throws SuiteError UNEXPECTED_ANSWER */
function parseAddresses(json) {
    return answerField(json, 'flyctl ips list')
        .list()
        .map((ip) => ({ address: ip.at('Address').optionalString() ?? '', type: ip.at('Type').string().toLowerCase() }));
}
/**
 * Names only; the values never leave Fly.
 * @throws SuiteError UNEXPECTED_ANSWER
 */
function parseStoredSecrets(json) {
    return answerField(json, 'flyctl secrets list')
        .list()
        .map((secret) => ({
        // Capitalised before flyctl 0.3.178; without a status before 0.4.6.
        name: secret.at('name').optionalString() ?? secret.at('Name').string(),
        status: (secret.at('status').optionalString() ?? 'unknown').toLowerCase(),
    }));
}
//# sourceMappingURL=app.js.map
;// CONCATENATED MODULE: ./packages/fly/lib/answers/machines.js

/** @throws SuiteError UNEXPECTED_ANSWER */
function parseMachines(json) {
    return answerField(json, 'flyctl machine list').list().map(parseMachine);
}
function parseMachine(machine) {
    return {
        id: machine.at('id').string(),
        name: machine.at('name').optionalString() ?? machine.at('id').string(),
        state: machine.at('state').string(),
        region: machine.at('region').optionalString() ?? '',
        instanceId: machine.at('instance_id').optionalString(),
        privateIp: machine.at('private_ip').optionalString(),
        createdAt: machine.at('created_at').optionalString(),
        updatedAt: machine.at('updated_at').optionalString(),
        image: parseImage(machine.at('image_ref')),
        config: parseAnyConfig(machine),
        checks: machine.at('checks').list().map(parseCheck),
        lastExit: lastExit(machine.at('events')),
        hostStatus: machine.at('host_status').optionalString() ?? 'ok',
    };
}
/** fly-go machine_types.go:98-106 takes the one for the other, too. */
function parseAnyConfig(machine) {
    const config = machine.at('config').isAbsent ? machine.at('incomplete_config') : machine.at('config');
    return config.isAbsent ? undefined : parseConfig(config);
}
function parseImage(image) {
    return {
        registry: image.at('registry').optionalString() ?? '',
        repository: image.at('repository').optionalString() ?? '',
        tag: image.at('tag').optionalString(),
        digest: image.at('digest').optionalString(),
    };
}
function parseConfig(config) {
    const metadata = config.at('metadata');
    return {
        // The older name of the two.
        processGroup: metadata.at('fly_process_group').optionalString() ?? metadata.at('process_group').optionalString(),
        platformVersion: metadata.at('fly_platform_version').optionalString(),
        releaseVersion: metadata.at('fly_release_version').optionalInteger(),
        env: config.at('env').texts(),
        mounts: config
            .at('mounts')
            .list()
            .map((mount) => ({ volume: mount.at('volume').string(), path: mount.at('path').optionalString() ?? '' })),
        standbyFor: config.at('standbys').strings(),
        autoStop: config.at('services').list().length > 0 && config.at('services').list().every(stopsWhenIdle),
    };
}
/** The API has had both forms: a truth value, and "off", "stop" or "suspend". */
function stopsWhenIdle(service) {
    const autostop = service.at('autostop').value;
    return autostop === true || autostop === 'stop' || autostop === 'suspend';
}
function parseCheck(check) {
    return {
        name: check.at('name').optionalString() ?? 'check',
        status: check.at('status').string(),
        output: check.at('output').optionalString() ?? '',
    };
}
function lastExit(events) {
    const exits = events
        .list()
        .filter((event) => !event.at('request').at('exit_event').isAbsent)
        .map((event) => ({ event, at: event.at('timestamp').optionalInteger() ?? 0 }))
        .sort((a, b) => b.at - a.at);
    const [last] = exits;
    if (last === undefined)
        return undefined;
    const exit = last.event.at('request').at('exit_event');
    return {
        exitCode: exit.at('exit_code').optionalInteger() ?? 0,
        oomKilled: exit.at('oom_killed').optionalBoolean() ?? false,
        requestedStop: exit.at('requested_stop').optionalBoolean() ?? false,
        at: last.at === 0 ? undefined : new Date(last.at).toISOString(),
    };
}
//# sourceMappingURL=machines.js.map
;// CONCATENATED MODULE: ./packages/fly/lib/answers/releases.js

/**
 * Newest first.
 * @throws SuiteError UNEXPECTED_ANSWER
 */
function parseReleases(json) {
    return answerField(json, 'flyctl releases')
        .list()
        .map((release) => ({
        version: release.at('Version').integer(),
        status: release.at('Status').string().toLowerCase(),
        imageRef: release.at('ImageRef').optionalString(),
        createdAt: release.at('CreatedAt').optionalString(),
    }))
        .sort((a, b) => b.version - a.version);
}
/** Undefined when no line is one: flyctl before 0.4.56, or a deploy that ended otherwise. */
function findReleasedLine(stdout) {
    const line = stdout
        .split('\n')
        .reverse()
        .find((candidate) => /^\{.*"image_ref".*\}$/.test(candidate.trim()));
    if (line === undefined)
        return undefined;
    try {
        const released = answerField(JSON.parse(line), 'flyctl deploy');
        return { version: released.at('version').integer(), imageRef: released.at('image_ref').string() };
    }
    catch {
        return undefined;
    }
}
//# sourceMappingURL=releases.js.map
;// CONCATENATED MODULE: ./packages/kit/lib/text/nearest.js
/** Edits (insert, delete, replace) that turn `a` into `b`. */
function editDistance(a, b) {
    let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
    for (let i = 1; i <= a.length; i++) {
        const current = [i];
        for (let j = 1; j <= b.length; j++) {
            const replace = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
            current.push(Math.min(replace, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
        }
        previous = current;
    }
    return previous[b.length] ?? 0;
}
/** The name a typing error most likely meant, or undefined when none is near: more than a third of it would differ. */
function nearestName(typed, names) {
    const ranked = names
        .map((name) => ({ name, distance: editDistance(typed.toLowerCase(), name.toLowerCase()) }))
        .sort((a, b) => a.distance - b.distance);
    const best = ranked[0];
    return best !== undefined && best.distance <= Math.max(2, Math.floor(best.name.length / 3)) ? best.name : undefined;
}
//# sourceMappingURL=nearest.js.map
;// CONCATENATED MODULE: ./packages/kit/lib/inputs/input-spec.js


function camelCase(name) {
    return name.replace(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase());
}
/**
 * Parses raw strings once into one frozen object.
 * @throws SuiteError INPUT_INVALID that lists every wrong, missing and unknown input
 */
function parseInputs(spec, raw) {
    const values = {};
    const problems = unknownNames(spec, raw);
    for (const [name, kind] of Object.entries(spec)) {
        const text = rawValue(name, kind, raw);
        if (text === undefined) {
            if (kind.required)
                problems.push(missing(name, kind));
            values[camelCase(name)] = undefined;
            continue;
        }
        const parsed = kind.parse(text);
        if (parsed.ok)
            values[camelCase(name)] = parsed.value;
        else
            problems.push(`Input "${name}" is ${shown(kind, text)}; ${parsed.problem}.`);
    }
    if (problems.length > 0)
        throw invalidInputs(problems);
    return Object.freeze(values);
}
/** For rules over several inputs, in the same form as those over one. */
function invalidInputs(problems) {
    return new suite_error/* SuiteError */.$K({
        code: 'INPUT_INVALID',
        message: problems.join('\n'),
        hint: 'Correct the inputs and run again.',
    });
}
function rawValue(name, kind, raw) {
    const candidates = [raw.given[name], kind.environment && raw.environment[kind.environment], kind.default];
    return candidates
        .map((candidate) => candidate?.trim())
        .find((candidate) => candidate !== undefined && candidate !== '');
}
function unknownNames(spec, raw) {
    const names = Object.keys(spec);
    return Object.keys(raw.given)
        .filter((name) => !names.includes(name))
        .map((name) => {
        const near = nearestName(name, names);
        return `Input "${name}" is unknown${near === undefined ? `; the inputs are ${names.join(', ')}` : `; did you mean "${near}"?`}`;
    });
}
function missing(name, kind) {
    const where = kind.environment === undefined ? '' : ` (or the environment variable ${kind.environment})`;
    return `Input "${name}"${where} is missing; it must be ${kind.expects}.`;
}
function shown(kind, text) {
    if (kind.kind === 'secret' || kind.kind === 'pairs')
        return 'wrong (not shown: it is secret)';
    // An address is refused when it holds credentials, so it is not repeated whole.
    if (kind.kind === 'url')
        return `"${text.replace(/\/\/[^/@]*@/, '//***@')}"`;
    return `"${text}"`;
}
//# sourceMappingURL=input-spec.js.map
;// CONCATENATED MODULE: ./packages/fly/lib/secrets/encode-import.js

/** flyctl reads lines of at most 64 KiB and stops silently at a longer one. */
const longestLineBytes = 64 * 1024 - 1;
/**
 * Standard input for `flyctl secrets import`. Its parser has no escapes and has changed between versions, so only
 * forms that all of them read alike are used.
 * @throws SuiteError INPUT_INVALID that names every secret that cannot be written so
 */
function encodeSecretsImport(secrets) {
    const problems = secretProblems(secrets);
    if (problems.length > 0)
        throw invalidInputs(problems);
    return [...secrets].map(([name, secret]) => `${name}=${encodeValue(secret.reveal())}\n`).join('');
}
/** For checking before anything is changed. */
function secretProblems(secrets) {
    return [...secrets].flatMap(([name, secret]) => {
        const problem = problemOf(name, secret.reveal());
        return problem === undefined ? [] : [problem];
    });
}
/** In quotes `#` is kept; a value that holds quotes itself stands bare, where `#` would cut it. */
function encodeValue(value) {
    return value.includes('"') ? value : `"${value}"`;
}
function problemOf(name, value) {
    const refuse = (why, next) => `Secret ${name} ${why}; ${next}.`;
    const encode = 'store it base64-encoded and decode it in the app';
    if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name))
        return refuse('is not a name of an environment variable', 'rename it');
    if (name.startsWith('FLY_'))
        return refuse('begins with FLY_, which Fly reserves', 'rename it');
    if (value === '')
        return refuse('is empty', `leave it out, or run "fly secrets unset ${name}"`);
    if (/[\r\n\0]/.test(value))
        return refuse('has more than one line', encode);
    if (value !== value.trim())
        return refuse('begins or ends with a blank', 'remove it (a copying error, mostly)');
    if (/^['"]|['"]$/.test(value))
        return refuse('begins or ends with a quotation mark, which flyctl takes off', encode);
    if (value.includes('"') && value.includes('#'))
        return refuse('holds both " and #, which flyctl cuts', encode);
    const lineBytes = Buffer.byteLength(name) + Buffer.byteLength(value) + 3;
    return lineBytes > longestLineBytes
        ? refuse('is longer than 64 KiB', 'put it into a file or object store')
        : undefined;
}
//# sourceMappingURL=encode-import.js.map
// EXTERNAL MODULE: ./packages/kit/lib/secret.js
var secret = __nccwpck_require__(1580);
;// CONCATENATED MODULE: ./packages/fly/lib/secrets/token.js

/** The token as flyctl reads it from the environment: without `FlyV1 ` or `Bearer `, which people copy along. */
function bareToken(token) {
    const parts = token
        .reveal()
        .split(',')
        .map((part) => stripScheme(part.trim()))
        .filter((part) => part !== '');
    return new secret/* Secret */.zh(parts.join(','));
}
function stripScheme(text) {
    const stripped = text.replace(/^(FlyV1|Bearer)\s+/i, '');
    return stripped === text ? text : stripScheme(stripped);
}
//# sourceMappingURL=token.js.map
;// CONCATENATED MODULE: ./packages/fly/lib/flyctl/command-error.js

/** What may pass by itself: the same command may succeed later. */
const temporary = new Set([
    'timed-out',
    'unavailable',
    'unreachable',
    'no-capacity',
    'release-command-not-run',
    'rate-limited',
    'host-unknown',
    'lease-held',
]);
function commandError(failed) {
    const { said, kind } = failed.failure;
    const { code, message, hint } = wordsFor[kind](failed);
    const whole = said === '' ? message : `${message}\n${said}`;
    return new suite_error/* SuiteError */.$K({ code, message: whole, hint, isTemporary: temporary.has(kind) });
}
const appOf = ({ app }) => app ?? '<app>';
/** One sentence and one next step for each kind of failure. */
const wordsFor = {
    'not-found': ({ command }) => ({
        code: 'TOOL_MISSING',
        message: `"${command}" could not run: flyctl is not on PATH.`,
        hint: 'Install it: https://fly.io/docs/flyctl/install/. On GitHub the actions do that themselves.',
    }),
    'login-missing': ({ command, ...failed }) => ({
        code: 'FLY_TOKEN_MISSING',
        message: `flyctl has no login for "${command}", or one that is older than 30 days.`,
        hint: `Set FLY_API_TOKEN (made with "fly tokens create deploy -a ${appOf({ command, ...failed })}"), or run "flyctl auth login" on this machine.`,
    }),
    'token-refused': (failed) => ({
        code: 'FLY_TOKEN_REFUSED',
        message: `Fly.io refused the token for "${failed.command}".`,
        hint: `Make one with "fly tokens create deploy -a ${appOf(failed)}" and store it as FLY_API_TOKEN.`,
    }),
    'app-missing': (failed) => ({
        code: 'FLY_APP_MISSING',
        message: `Fly app "${appOf(failed)}" does not exist, or the token may not see it.`,
        hint: `Create it once with "fly apps create ${appOf(failed)}", or use a token of this app.`,
    }),
    'builder-trouble': (failed) => ({
        code: 'FLY_BUILD_FAILED',
        message: `The image of "${appOf(failed)}" could not be built: the builder gave no answer, twice.`,
        hint: 'Run again; check https://status.fly.io/ for builder outages.',
    }),
    'push-refused': (failed) => ({
        code: 'FLY_TOKEN_REFUSED',
        message: `The image of "${appOf(failed)}" was built, but the registry of Fly.io refused to take it.`,
        hint: `Run again; if that changes nothing, make a token with "fly tokens create deploy -a ${appOf(failed)}" and store it as FLY_API_TOKEN.`,
    }),
    'build-failed': (failed) => ({
        code: 'FLY_BUILD_FAILED',
        message: `The image of "${appOf(failed)}" could not be built.`,
        hint: 'Build it on your machine with "docker build" and the same Dockerfile.',
    }),
    'image-missing': (failed) => ({
        code: 'FLY_IMAGE_MISSING',
        message: `The image to deploy to "${appOf(failed)}" was not found, or Fly may not read it.`,
        hint: 'Push it before this step; a private registry other than registry.fly.io cannot be read by Fly.',
    }),
    'config-refused': (failed) => ({
        code: 'FLY_CONFIG_REFUSED',
        message: `flyctl refused the configuration of "${appOf(failed)}".`,
        hint: 'Correct what is named, and try "fly config validate" on your machine.',
    }),
    'release-command-failed': (failed) => ({
        code: 'RELEASE_COMMAND_FAILED',
        message: `The release_command of "${appOf(failed)}" failed, so no machine was changed.`,
        hint: 'Correct the command or what it works on; what it did before it failed, such as a half migration, is not undone.',
    }),
    'release-command-not-run': (failed) => ({
        code: 'RELEASE_COMMAND_FAILED',
        message: `The release_command of "${appOf(failed)}" did not run, because Fly.io could not make the machine for it; no machine was changed.`,
        hint: `Run again; check https://status.fly.io/ for outages, and "fly status -a ${appOf(failed)}".`,
    }),
    'release-command-too-slow': (failed) => ({
        code: 'RELEASE_COMMAND_FAILED',
        message: `The release_command of "${appOf(failed)}" did not end in time, so no machine was changed.`,
        hint: 'Raise release_command_timeout in [deploy] of the fly.toml if it only needs longer; what it did until then, such as a half migration, is not undone.',
    }),
    'smoke-check-failed': (failed) => ({
        code: 'DEPLOY_NOT_LIVE',
        message: `The new release of "${appOf(failed)}" keeps crashing.`,
        hint: `Read the log above, or "fly logs -a ${appOf(failed)}"; a deploy token may not read logs, one of the organisation may.`,
    }),
    'not-healthy': (failed) => ({
        code: 'DEPLOY_NOT_LIVE',
        message: `The new release of "${appOf(failed)}" did not become healthy.`,
        hint: `Look at "fly logs -a ${appOf(failed)}" and "fly checks list -a ${appOf(failed)}".`,
    }),
    'machine-lost': (failed) => ({
        code: 'DEPLOY_NOT_LIVE',
        message: `A machine of "${appOf(failed)}" was gone while flyctl waited for it.`,
        hint: `Look at "fly machine list -a ${appOf(failed)}" for who destroyed it, and run again.`,
    }),
    'bluegreen-refused': (failed) => ({
        code: 'FLY_COMMAND_FAILED',
        message: `The organisation of "${appOf(failed)}" may not have as many machines as a bluegreen deploy needs.`,
        hint: 'Use another strategy, such as rolling, destroy machines that are not needed, or ask Fly.io to raise the limit.',
    }),
    'no-capacity': (failed) => ({
        code: 'FLY_COMMAND_FAILED',
        message: `Fly.io has no room for a machine of "${appOf(failed)}" where it should be.`,
        hint: `Run again later, choose another region or a smaller [[vm]] in the fly.toml; a volume is moved from a full host with "fly volumes fork <id> -a ${appOf(failed)}".`,
    }),
    'lease-held': (failed) => ({
        code: 'FLY_LEASE_HELD',
        message: `Another deploy holds the machines of "${appOf(failed)}"${leaseEnd(failed.failure.said)}.`,
        hint: `Wait for it to end; after a killed one run "fly machine leases clear -a ${appOf(failed)}".`,
    }),
    'volume-missing': (failed) => ({
        code: 'FLY_VOLUME_MISSING',
        message: `A machine of "${appOf(failed)}" needs a volume that is not there, or is in another region.`,
        hint: `See "fly volumes list -a ${appOf(failed)}", and make the one that is named with "fly volumes create <name> -r <region> -a ${appOf(failed)}".`,
    }),
    'payment-needed': (failed) => ({
        code: 'FLY_PAYMENT_NEEDED',
        message: `Fly.io wants a payment method before it makes a machine for "${appOf(failed)}".`,
        hint: "Add one at https://fly.io/dashboard under the organisation's Billing, then run again.",
    }),
    'rate-limited': ({ command }) => ({
        code: 'FLY_RATE_LIMITED',
        message: `Fly.io refused "${command}" because too many requests came at once.`,
        hint: 'Run again in a minute; other jobs with the same token count too.',
    }),
    'host-unknown': ({ command }) => ({
        code: 'NETWORK_UNREACHABLE',
        message: `"${command}" could not find the address of Fly.io.`,
        hint: 'Check the DNS of this machine; behind a proxy set HTTPS_PROXY.',
    }),
    unreachable: ({ command }) => ({
        code: 'NETWORK_UNREACHABLE',
        message: `The connection of "${command}" to Fly.io broke, or could not be made.`,
        hint: 'Run again; behind a proxy set HTTPS_PROXY, and check https://status.fly.io/ for outages.',
    }),
    unavailable: ({ command }) => ({
        code: 'FLY_COMMAND_FAILED',
        message: `Fly.io could not answer "${command}".`,
        hint: 'Run again in some minutes; check https://status.fly.io/ for outages.',
    }),
    'timed-out': (failed) => ({
        code: 'FLY_TIMEOUT',
        message: `"${failed.command}" ${howItEnded(failed.failure)}.`,
        hint: timeoutHint(failed),
    }),
    other: (failed) => ({
        code: 'FLY_COMMAND_FAILED',
        message: `"${failed.command}" failed.`,
        hint: `Run it on your machine; "fly status -a ${appOf(failed)}" shows the app.`,
    }),
};
function howItEnded({ afterMs }) {
    if (afterMs === undefined)
        return 'gave up: Fly.io did not answer in time';
    return `did not end within ${formatDuration(afterMs)} and was stopped`;
}
/** Only stages that deploy have the budget that may be raised. */
function timeoutHint(failed) {
    const look = `Look at "fly status -a ${appOf(failed)}" and "fly logs -a ${appOf(failed)}"`;
    const isDeploy = /^\S+ deploy\b/.test(failed.command);
    return isDeploy ? `${look}; raise wait-timeout if the machines only need longer.` : `${look}, and run again.`;
}
/** The API says until when: "lease currently held by …, expires at 2026-11-28T12:00:00Z". */
function leaseEnd(said) {
    const until = /expires at (\S+?)[.,)]?(\s|$)/.exec(said)?.[1];
    return until === undefined ? '' : ` until ${until}`;
}
//# sourceMappingURL=command-error.js.map
;// CONCATENATED MODULE: ./packages/fly/lib/flyctl/failure-texts.js
/**
 * What flyctl itself writes at the beginning of its message, most telling first. The beginning makes it flyctl's: a
 * program's log, which flyctl prints around its own message, begins otherwise.
 */
const ownTexts = [
    {
        kind: 'release-command-not-run',
        words: /^release command failed - aborting deployment\. .{0,80}error creating a release_command machine/,
        source: 'F internal/command/deploy/machines_releasecommand.go:createReleaseCommandMachine',
    },
    {
        kind: 'release-command-too-slow',
        words: /^release command failed - aborting deployment\. error waiting for release_command machine \S+ to finish running: .*(timeout reached|deadline exceeded)/,
        source: 'F internal/command/deploy/machines_releasecommand.go:360-366',
    },
    {
        kind: 'release-command-failed',
        words: /^release command failed - aborting deployment/,
        source: 'F internal/command/deploy/machines_deploymachinesapp.go:474',
    },
    {
        kind: 'smoke-check-failed',
        words: /^(failed to update machine \S+: )?(smoke checks for \S+ failed)/,
        source: 'F internal/command/deploy/machines_deploymachinesapp.go:1487',
    },
    {
        kind: 'machine-lost',
        words: /^(failed to update machine \S+: )?(error getting machine \S+ from api|failed to get VM \S+): .*\bnot found/,
        source: 'F internal/machine/leasable_machine.go:WaitForHealthchecksToPass',
    },
    {
        kind: 'bluegreen-refused',
        words: /^app can't undergo bluegreen deployment due to org limits/,
        source: 'F internal/command/deploy/strategy_bluegreen.go:49, 955',
    },
    {
        kind: 'not-healthy',
        words: /^(failed to update machine \S+: )?.{0,80}timeout reached waiting for (health checks|machine)/,
        source: 'F internal/machine/leasable_machine.go:404, internal/machine/wait.go:95',
    },
    {
        kind: 'not-healthy',
        words: /^(wait timeout|could not get all green machines|app not in valid state for bluegreen deployments)/,
        source: 'F internal/command/deploy/strategy_bluegreen.go:37-50',
    },
    {
        kind: 'not-healthy',
        words: /^failed to (create|mark) green machines/,
        source: 'F internal/command/deploy/strategy_bluegreen.go:37-50',
    },
    {
        kind: 'config-refused',
        words: /^App configuration is not valid/,
        source: 'F internal/appconfig/validation.go:60',
    },
    {
        kind: 'image-missing',
        words: /^failed to fetch an image or build from source: could not find image/i,
        source: 'F internal/build/imgsrc/resolver.go:233',
    },
    {
        kind: 'push-refused',
        words: /^failed to fetch an image or build from source: .*(error rendering push status stream|failed to push registry\.fly\.io).*(unauthorized|authentication required|denied|\b40[13]\b)/is,
        source: 'F internal/build/imgsrc/dockerfile_builder.go:513; BuildKit, for what it pushes itself',
    },
    {
        kind: 'build-failed',
        words: /^failed to fetch an image or build from source: .*(failed to solve|did not complete successfully)/is,
        source: 'BuildKit, through F internal/command/deploy/deploy.go:385',
    },
    {
        kind: 'builder-trouble',
        words: /^failed to fetch an image or build from source: .*(deadline_exceeded|client connection is closing|EnsureMachineRemoteBuilder|remote builder heartbeat|\bEOF\b|error connecting to docker)/is,
        source: 'flyctl#3025, #2717, #1131, #2431, through F internal/command/deploy/deploy.go:385',
    },
    {
        kind: 'build-failed',
        words: /^failed to fetch an image or build from source/,
        source: 'F internal/command/deploy/deploy.go:385',
    },
    {
        kind: 'volume-missing',
        words: /^(new machine in group|machine in group|creating a new machine in group|process group) '.*' (needs|requires) (an unattached|volumes)/i,
        source: 'F internal/command/deploy/machines_launchinput.go:57,169,198 and machines.go:625,658',
    },
];
/** Words that say what a message is about, wherever they stand in it. Only flyctl's own, first message is read so. */
const topicTexts = [
    {
        kind: 'lease-held',
        words: /failed to get lease|lease currently held by|failed to acquire leases?/i,
        source: 'G flaps/flaps_machines.go:274-322, F internal/command/deploy/plan.go:212,272',
    },
    {
        kind: 'payment-needed',
        words: /please add a payment method|payment method required|(credit|payment) card/i,
        source: 'F internal/command/deploy/machines_deploymachinesapp.go:1137',
    },
    {
        kind: 'volume-missing',
        words: /needs an unattached volume|requires an unattached '.*' volume/i,
        source: 'F internal/command/deploy/machines_launchinput.go:57',
    },
    {
        kind: 'no-capacity',
        words: /could not reserve resource for machine|insufficient (resources|memory|cpus?) /i,
        source: 'G flaps/flaps_error.go:52; the words are of the Machines API',
    },
    {
        kind: 'login-missing',
        words: /no access token available/i,
        source: 'G api.go:11; also for a login older than 30 days, F internal/command/command.go:474-510,603',
    },
    {
        kind: 'app-missing',
        words: /could not find app\b|the app name \S+ could not be found|\bapp not found\b/i,
        source: 'F internal/command/deploy/deploy.go:311-312; the last one is of the Machines API, behind words such as "failed to list secrets: " (G flaps/flaps_secrets.go, flaps_volumes.go)',
    },
    {
        kind: 'rate-limited',
        words: /rate limit|too many requests|\b429\b/i,
        source: 'Machines API, answered without its status by G flaps/flaps.go:305-324',
    },
    {
        kind: 'token-refused',
        words: /\bunauthorized\b|token validation error|must be authenticated|invalid token|not authorized to|\bnot authorized\b|\b401\b/i,
        source: "Fly's APIs; superfly/docs#1065",
    },
    {
        kind: 'host-unknown',
        words: /no such host|temporary failure in name resolution/i,
        source: "Go's resolver; F internal/flapsutil/retry.go:68",
    },
    {
        kind: 'unreachable',
        words: /connection reset by peer|connection refused|network is unreachable|no route to host|i\/o timeout|tls handshake timeout|\bEOF$/i,
        source: "Go's net package; F internal/flapsutil/retry.go:60-75",
    },
    {
        kind: 'unavailable',
        words: /\b50[0234]\b|bad gateway|service unavailable|gateway timeout/i,
        source: 'F internal/flapsutil/retry.go:60-75',
    },
];
//# sourceMappingURL=failure-texts.js.map
;// CONCATENATED MODULE: ./packages/fly/lib/flyctl/failure.js

/** Undefined when the command ended well. */
function failureOf(outcome) {
    switch (outcome.kind) {
        case 'not-found':
            return { kind: 'not-found', said: `${outcome.file} was not found` };
        case 'timed-out':
            return {
                kind: 'timed-out',
                said: lastLines(plain(outcome.stderr) || plain(outcome.stdout)),
                afterMs: outcome.afterMs,
            };
        case 'exited':
            return outcome.exitCode === 0 ? undefined : readFailure(outcome);
    }
}
function readFailure(outcome) {
    const said = linesOf(plain(outcome.stderr));
    const lines = said.some((line) => line.startsWith(prefix)) ? said : [...said, ...progressFailures(outcome)];
    const messages = lines.flatMap((line, index) => (line.startsWith(prefix) ? [{ index, line }] : []));
    const own = findOwn(messages.map(({ line }) => line.slice(prefix.length)));
    const at = messages[own?.position ?? 0];
    const message = at?.line.slice(prefix.length) ?? '';
    const kind = refine(own?.kind ?? topicOf(message) ?? kindOfExit(outcome), outcome);
    return { kind, said: excerpt({ kind, lines, from: at?.index, stdout: plain(outcome.stdout) }) };
}
/** F internal/cli/cli.go:153-175: the message, and behind it a suggestion that may hold a program's log. */
const prefix = 'Error: ';
/**
 * When one group fails while another one still waits, flyctl ends as if it were cancelled: with 127, without a message,
 * and the reason stands among its progress on standard output (F internal/command/deploy/plan.go).
 */
function progressFailures({ stdout }) {
    const failures = linesOf(plain(stdout)).flatMap((line) => /^\s*✖.*? failed: (.+)$/.exec(line)?.[1] ?? []);
    return failures.map((reason) => `${prefix}${reason}`);
}
/**
 * The most telling message that begins as only flyctl's do. A program's log may hold lines that begin with `Error: `
 * too, before flyctl's own (a release command's) and behind it (a smoke check's), so the order of lines says nothing.
 */
function findOwn(messages) {
    for (const { kind, words } of ownTexts) {
        const position = messages.findIndex((message) => words.test(message));
        if (position >= 0)
            return { kind, position };
    }
    return undefined;
}
function topicOf(message) {
    return topicTexts.find(({ words }) => words.test(message))?.kind;
}
/** F main.go: 126 when a deadline of flyctl's own has passed. */
const deadlineExitCode = 126;
function kindOfExit({ exitCode }) {
    return exitCode === deadlineExitCode ? 'timed-out' : 'other';
}
/** The heartbeat of the builder is a warning on standard output, and the message behind it does not say so. */
function refine(kind, { stdout }) {
    const heartbeat = /^\s*WARN\b.*Failed to start remote builder heartbeat/m;
    return kind === 'build-failed' && heartbeat.test(plain(stdout)) ? 'builder-trouble' : kind;
}
const mostLines = 12;
/** The first lines from the message on: behind it a long log may follow, whose end says less than its beginning. */
function excerpt({ kind, lines, from, stdout }) {
    // F internal/command/deploy/deploy.go:761: why a configuration is refused stands on standard output.
    if (kind === 'config-refused')
        return [lines[from ?? 0] ?? '', lastLines(stdout)].join('\n');
    if (from === undefined)
        return lastLines(lines.length > 0 ? lines.join('\n') : stdout);
    const behind = lines.slice(from, from + mostLines);
    // The log of a release command stands before the message.
    return kind.startsWith('release-command-')
        ? [...lines.slice(Math.max(0, from - mostLines), from), ...behind].join('\n')
        : behind.join('\n');
}
function lastLines(text) {
    return linesOf(text).slice(-mostLines).join('\n');
}
function linesOf(text) {
    return text
        .split('\n')
        .map((line) => line.trimEnd())
        .filter((line) => line !== '');
}
function plain(text) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control characters
    return text.replace(/\u001b\[[0-9;]*[A-Za-z]/g, '');
}
//# sourceMappingURL=failure.js.map
;// CONCATENATED MODULE: ./packages/fly/lib/flyctl/command.js




/** Questions to Fly's API answer within seconds. */
const questionTimeoutMs = 120_000;
/** Fly's API allows one request a second; its short outages last some seconds. */
const pausesMs = [1_000, 3_000, 9_000];
/**
 * flyctl itself tries again after 502 and 503 only (fly-go http.go:22). An unknown failure counts too: of an outage whose
 * body is JSON flyctl shows the words without the status (fly-go flaps.go:305), and a question changes nothing.
 */
const passing = new Set([
    'unavailable',
    'unreachable',
    'rate-limited',
    'host-unknown',
    'other',
]);
/** A deadline of flyctl's own is soon over; where we have stopped it, the time is used up. */
function isPassing({ kind, afterMs }) {
    return passing.has(kind) || (kind === 'timed-out' && afterMs === undefined);
}
/** Runs flyctl with its environment in order; it knows no subcommand. */
class FlyctlCommand {
    #options;
    #file;
    constructor(options) {
        this.#options = options;
        this.#file = options.file ?? 'flyctl';
    }
    /** Undefined without a clock. */
    nowMs() {
        return this.#options.clock?.now();
    }
    tell(line) {
        this.#options.log?.info(line);
    }
    run(invocation) {
        return this.#options.processes.run(this.command(invocation));
    }
    start(invocation) {
        return this.#options.processes.start(this.command(invocation));
    }
    async attempt(invocation) {
        const outcome = await this.run({ timeoutMs: questionTimeoutMs, ...invocation });
        const failure = failureOf(outcome);
        if (failure !== undefined)
            return { kind: 'failed', failure };
        return { kind: 'done', stdout: outcome.kind === 'exited' ? outcome.stdout : '' };
    }
    /** @throws SuiteError when it does not end well */
    async output(invocation) {
        const answer = await this.attempt(invocation);
        if (answer.kind === 'failed')
            throw this.error(invocation, answer.failure);
        return answer.stdout;
    }
    /** @throws SuiteError when it does not end well, or answers with something that is not JSON */
    async json(invocation) {
        const stdout = await this.output({ ...invocation, args: [...invocation.args, '--json'] });
        return parseAnswer(stdout, command_shown(invocation));
    }
    /** JSON of a question that changes nothing, asked again when Fly could not answer. */
    async ask(invocation) {
        const { clock } = this.#options;
        const asked = { ...invocation, args: [...invocation.args, '--json'] };
        let answer = await this.attempt(asked);
        for (const pauseMs of clock === undefined ? [] : pausesMs) {
            if (answer.kind === 'done' || !isPassing(answer.failure))
                break;
            await clock?.sleep(pauseMs);
            answer = await this.attempt(asked);
        }
        if (answer.kind === 'failed')
            throw this.error(invocation, answer.failure);
        return parseAnswer(answer.stdout, command_shown(invocation));
    }
    error(invocation, failure) {
        return commandError({ command: command_shown(invocation), app: invocation.app, failure });
    }
    command({ args, app, env, inherits, offline, streamed, ...same }) {
        const access = offline === true ? noAccess : accessOf(this.#options.token);
        // The app is always named: flyctl would take the one of a fly.toml in the working directory.
        const all = app === undefined ? args : [...args, '-a', app];
        return {
            file: this.#file,
            args: all,
            env: { ...quietEnvironment, ...access.env, ...env },
            inherits: [...access.inherits, ...(inherits ?? [])],
            ...same,
            ...(streamed === undefined ? {} : { onLine: (line) => this.tell(prefixed(line)) }),
        };
    }
}
/** No prompts, no updates, no telemetry, no colours. */
const quietEnvironment = {
    CI: 'true',
    NO_COLOR: '1',
    FLY_NO_UPDATE_CHECK: '1',
    FLY_NO_INCIDENTS_CHECK: '1',
    FLY_SEND_METRICS: '0',
    FLY_SYNTHETICS_AGENT: '0',
};
const noAccess = { env: {}, inherits: [] };
/** Without a token flyctl uses the login of its own: its configuration folder, or the token of its own variable. */
function accessOf(token) {
    if (token === undefined)
        return { env: {}, inherits: ['FLY_CONFIG_DIR', 'FLY_ACCESS_TOKEN'] };
    return { env: { FLY_API_TOKEN: bareToken(token).reveal() }, inherits: [] };
}
/** A runner obeys lines that begin with `::`; with words before it no line of a child is a command. */
function prefixed(line) {
    return `flyctl | ${line}`;
}
/** The words before the first flag are enough to know it by. */
function command_shown({ args, app }) {
    const flag = args.findIndex((arg) => arg.startsWith('-'));
    const words = (flag < 0 ? args : args.slice(0, flag)).filter((word) => !word.startsWith('/'));
    return ['flyctl', ...words, ...(app === undefined ? [] : ['-a', app])].join(' ');
}
//# sourceMappingURL=command.js.map
;// CONCATENATED MODULE: ./packages/fly/lib/flyctl/deploy.js


/** One deploy, and a second try when the builder gave no answer: nothing was released then. */
async function deploy(flyctl, request) {
    const first = await deployOnce(flyctl, request);
    if (first.kind !== 'failed' || first.failure.kind !== 'builder-trouble')
        return first;
    return leftMs(flyctl, request) > 0 ? deployOnce(flyctl, request) : first;
}
function leftMs(flyctl, { endsAtMs }) {
    const nowMs = flyctl.nowMs();
    return endsAtMs === undefined || nowMs === undefined ? Number.POSITIVE_INFINITY : endsAtMs - nowMs;
}
async function deployOnce(flyctl, request) {
    const planned = deployInvocation(request);
    const invocation = { ...planned, timeoutMs: Math.min(request.totalTimeoutMs, Math.max(1, leftMs(flyctl, request))) };
    const outcome = await flyctl.run(invocation);
    const failure = failureOf(outcome);
    if (failure === undefined) {
        return { kind: 'released', release: outcome.kind === 'exited' ? findReleasedLine(outcome.stdout) : undefined };
    }
    const error = flyctl.error(invocation, failure);
    return failure.kind === 'timed-out' ? { kind: 'timed-out', error } : { kind: 'failed', failure, error };
}
/**
 * By which a local Docker is found and a base image is fetched (flyctl internal/build/imgsrc/docker.go, and the Docker
 * client's own).
 */
const dockerVariables = [
    'DOCKER_HOST',
    'DOCKER_CONFIG',
    'DOCKER_CONTEXT',
    'DOCKER_CERT_PATH',
    'DOCKER_TLS_VERIFY',
    'DOCKER_API_VERSION',
    'DOCKER_BUILDKIT',
    'DOCKER_HUB_USERNAME',
    'DOCKER_HUB_PASSWORD',
    'BUILDKIT_PROGRESS',
    'SSH_AUTH_SOCK',
    'XDG_RUNTIME_DIR',
];
/** Pure, for tests and for showing in a dry run. */
function deployInvocation(request) {
    return {
        args: ['deploy', request.contextFolder, '-c', request.configFile, ...imageArgs(request), ...optionArgs(request)],
        app: request.app,
        cwd: request.contextFolder,
        env: { FLY_EMIT_RELEASE_JSON: '1' },
        inherits: request.image === undefined ? dockerVariables : [],
        timeoutMs: request.totalTimeoutMs,
        streamed: true,
    };
}
function imageArgs({ image, dockerfile, ignoreFile, imageLabel, buildArgs }) {
    if (image !== undefined)
        return ['--image', image];
    return [
        ...(dockerfile === undefined ? [] : ['--dockerfile', dockerfile]),
        ...(ignoreFile === undefined ? [] : ['--ignorefile', ignoreFile]),
        ...(imageLabel === undefined ? [] : ['--image-label', imageLabel]),
        ...[...(buildArgs ?? [])].flatMap(([name, value]) => ['--build-arg', `${name}=${value}`]),
    ];
}
function optionArgs(request) {
    const { env, strategy, highAvailability, publicAddresses, waitTimeout } = request;
    return [
        ...Object.entries(env ?? {}).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
        ...(strategy === undefined ? [] : ['--strategy', strategy]),
        ...(highAvailability === 'off' ? ['--ha=false'] : []),
        ...(publicAddresses === 'none' ? ['--no-public-ips'] : []),
        // In seconds: "none" makes flyctl's health wait end at once.
        ...(waitTimeout.from === 'file' ? [] : ['--wait-timeout', `${Math.max(1, Math.ceil(waitTimeout.ms / 1_000))}s`]),
    ];
}
//# sourceMappingURL=deploy.js.map
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
;// CONCATENATED MODULE: ./packages/fly/lib/flyctl/tunnel-agent.js


/** On a laptop it is the user's own, and other terminals may use it. */
const userAgent = { env: {}, end: async () => { } };
/** flyctl's name for it (agent/agent.go:16), and the longest path that macOS lets a socket have; Linux has 4 more. */
const socketName = 'fly-agent.sock';
const longestSocketPathBytes = 103;
/** It answers at once, and GitHub kills a cancelled run after 10 s. */
const stopTimeoutMs = 5_000;
/**
 * An agent for one tunnel. flyctl starts it with the token in its environment and leaves it running for ever (flyctl
 * agent/start.go:43-52); on a runner that stays it would outlive the job with a token of the job. It is found by a socket
 * in flyctl's configuration folder (agent/agent.go:16). A folder of its own makes it certain whose agent is stopped: that
 * of the home folder may carry the tunnels of another job of the same user.
 *
 * The folder changes nothing else for `flyctl proxy` with a token: it makes a WireGuard peer, as in every new job of a
 * hosted runner, and Fly removes peers of this kind that are not used (flyctl#834). Other commands keep the usual
 * folder, where flyctl remembers which secrets it has staged (internal/appsecrets/minvers.go).
 */
async function openTunnelAgent(command, files) {
    const folder = await files.makeTemporaryFolder();
    if (Buffer.byteLength((0,external_node_path_.join)(folder, socketName)) > longestSocketPathBytes) {
        command.tell(`${folder} is too long a path for a socket, so the agent of flyctl stays after its tunnel is closed.`);
        return userAgent;
    }
    const env = { FLY_CONFIG_DIR: folder };
    const end = async () => {
        try {
            await stopAgent(command, env);
            // Last: an agent whose folder has gone refuses to be stopped (agent/server/session.go:80).
            await files.removeFolder(folder);
        }
        catch (thrown) {
            command.tell(notStopped((0,suite_error/* errorMessage */.gJ)(thrown)));
        }
    };
    return { env, end };
}
async function stopAgent(command, env) {
    const args = ['agent', 'stop'];
    const invocation = { args, env, offline: true, isCleaningUp: true, timeoutMs: stopTimeoutMs };
    const answer = await command.attempt(invocation);
    if (answer.kind === 'failed' && !isGone(answer.failure))
        throw command.error(invocation, answer.failure);
}
/** flyctl proxy has ended before it started one. */
function isGone({ said }) {
    return said.includes('agent not running');
}
function notStopped(why) {
    return `The agent of flyctl's tunnel may still run on this machine, with the token: ${why.replaceAll('\n', ' ')}`;
}
//# sourceMappingURL=tunnel-agent.js.map
;// CONCATENATED MODULE: ./packages/fly/lib/flyctl/version.js
/** Older ones may skip the health checks of new machines. */
const oldestGoodFlyctl = '0.4.80';
/** Such as `0.4.87` from what `flyctl version` prints; `unknown` when it prints none. */
function parseVersion(stdout) {
    return /\bv?(\d+\.\d+\.\d+)/.exec(stdout)?.[1] ?? 'unknown';
}
/** An unknown version gets the benefit of the doubt: it is a build of one's own, mostly. */
function isGoodFlyctl(version) {
    const [seen, wanted] = [version, oldestGoodFlyctl].map((text) => text.split('.').map(Number));
    for (const [index, part] of (wanted ?? []).entries()) {
        const own = seen?.[index] ?? 0;
        if (own !== part)
            return Number.isNaN(own) || own > part;
    }
    return true;
}
//# sourceMappingURL=version.js.map
;// CONCATENATED MODULE: ./packages/fly/lib/flyctl/flyctl.js










function flyctl(options) {
    const command = new FlyctlCommand(options);
    const ask = (app, ...args) => command.ask({ args, app });
    const act = async (app, ...args) => {
        await command.output({ args, app });
    };
    return {
        version: async () => parseVersion(await command.output({ args: ['version'], offline: true })),
        findApp: (app) => findApp(command, app),
        createApp: async (app, organisation) => {
            await command.output({ args: ['apps', 'create', app, '--org', organisation, '--json'] });
        },
        releases: async (app) => parseReleases(await ask(app, 'releases')),
        machines: async (app) => parseMachines(await ask(app, 'machine', 'list')),
        volumes: async (app) => parseVolumes(await ask(app, 'volumes', 'list')),
        createVolume: (app, { name, region, sizeGb }) => act(app, 'volumes', 'create', name, '--region', region, '--size', String(sizeGb), '--yes', '--json'),
        addresses: async (app) => parseAddresses(await ask(app, 'ips', 'list')),
        allocateAddress: (app, type) => type === 'v6' ? act(app, 'ips', 'allocate-v6') : act(app, 'ips', 'allocate-v4', '--shared'),
        secrets: async (app) => parseStoredSecrets(await ask(app, 'secrets', 'list')),
        stageSecrets: async (app, secrets) => {
            await command.output({ args: ['secrets', 'import', '--stage'], app, stdin: encodeSecretsImport(secrets) });
        },
        stageSecretRemoval: (app, names) => act(app, 'secrets', 'unset', ...names, '--stage'),
        liveConfig: async (app) => parseAnswer(await command.output({ args: ['config', 'show'], app }), 'flyctl config show'),
        deploy: (request) => deploy(command, request),
        startMachine: (app, machineId) => act(app, 'machine', 'start', machineId),
        lastLogLines: (app, machineId) => lastLogLines(command, { app, machineId }),
        execute: (app, machineId, line) => execute(command, { app, machineId, line }),
        openAgent: async (files) => (options.agent === 'of-tunnel' ? openTunnelAgent(command, files) : userAgent),
        startProxy: ({ app, localPort, remotePort, agent: { env } }) => {
            // With its input watched it ends with us, also when we are killed; otherwise it stays with the token.
            const args = ['proxy', `${localPort}:${remotePort}`, '-q', '--watch-stdin'];
            return command.start({ args, app, env, isTiedToUs: true });
        },
    };
}
async function findApp(command, app) {
    try {
        return parseAppStatus(await command.ask({ args: ['status'], app }));
    }
    catch (thrown) {
        if ((0,suite_error/* isSuiteError */.t$)(thrown) && thrown.code === 'FLY_APP_MISSING')
            return undefined;
        throw thrown;
    }
}
/** Enough to see why it ended. */
const flyctl_lastLines = 10;
async function lastLogLines(command, { app, machineId }) {
    const answer = await command.attempt({ args: ['logs', '--no-tail', '--machine', machineId], app });
    if (answer.kind === 'failed')
        return { kind: answer.failure.kind === 'token-refused' ? 'denied' : 'unavailable' };
    const lines = answer.stdout.split('\n').map((line) => line.trimEnd());
    return { kind: 'read', lines: lines.filter((line) => line !== '').slice(-flyctl_lastLines) };
}
async function execute(command, { app, machineId, line }) {
    const answer = answerField(await command.json({ args: ['machine', 'exec', machineId, line], app }), 'flyctl machine exec');
    return {
        // Left out when it is 0; flyctl itself exits with 0 in any case.
        exitCode: answer.at('exit_code').optionalInteger() ?? 0,
        stdout: answer.at('stdout').optionalString() ?? '',
        stderr: answer.at('stderr').optionalString() ?? '',
    };
}
//# sourceMappingURL=flyctl.js.map
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
;// CONCATENATED MODULE: ./packages/fly/lib/flyctl/checksums.js
/** Names of GitHub's archives by Node's words for a system. */
const flyctlSystems = {
    'linux-x64': 'Linux_x86_64',
    'linux-arm64': 'Linux_arm64',
    'darwin-x64': 'macOS_x86_64',
    'darwin-arm64': 'macOS_arm64',
};
/** The one that these parsers were written for. */
const pinnedFlyctlVersion = '0.4.87';
/**
 * Lower-case hexadecimal sha256 of the pinned version's archives. An empty row is not pinned: its sum is read from
 * the release at every use. "npm run pin-flyctl" fills the rows.
 */
const pinnedChecksums = {
    'linux-x64': '',
    'linux-arm64': '',
    'darwin-x64': '',
    'darwin-arm64': '',
};
const flyctlReleases = 'https://github.com/superfly/flyctl/releases/download';
function isFlyctlSystem(system) {
    return Object.hasOwn(flyctlSystems, system);
}
function archiveName(version, system) {
    return `flyctl_${version}_${flyctlSystems[system]}.tar.gz`;
}
/** GoReleaser's `checksums.txt`: a sha256, blanks and a file's name on each line. Undefined: no usable line for it. */
function findChecksum(text, name) {
    const sums = text.split(/\r?\n/).flatMap((line) => {
        const [, sum, file] = /^([0-9a-f]{64})\s+\*?(\S+)\s*$/i.exec(line) ?? [];
        return file === name && sum !== undefined ? [sum.toLowerCase()] : [];
    });
    // Two different sums for one file say nothing about it.
    return new Set(sums).size === 1 ? sums[0] : undefined;
}
//# sourceMappingURL=checksums.js.map
;// CONCATENATED MODULE: ./packages/kit/lib/wait-until.js
/** Tries until it is done, final, or the budget is spent; there is always at least one try. */
async function waitUntil(clock, plan, attempt) {
    const start = clock.now();
    let delayMs = plan.firstDelayMs;
    for (let attempts = 1;; attempts++) {
        const result = await attempt(attempts);
        const elapsedMs = clock.now() - start;
        if (result.kind === 'done')
            return { kind: 'done', value: result.value, attempts, elapsedMs };
        if (result.kind === 'final')
            return { kind: 'final', attempts, last: result.observed };
        if (elapsedMs + delayMs > plan.budgetMs) {
            return { kind: 'timed-out', attempts, budgetMs: plan.budgetMs, last: result.observed };
        }
        await clock.sleep(delayMs);
        delayMs = Math.min(delayMs * plan.factor, plan.maxDelayMs);
    }
}
//# sourceMappingURL=wait-until.js.map
;// CONCATENATED MODULE: ./packages/fly/lib/flyctl/fetch-archive.js



const archivePlan = { budgetMs: 120_000, firstDelayMs: 1_000, maxDelayMs: 15_000, factor: 3 };
/** A small file: a server that gives nothing within half a minute gives nothing later. */
const sumsPlan = { ...archivePlan, budgetMs: 30_000 };
const progressEveryMs = 5_000;
/**
 * The archive of a release, in memory: what is checked is then the same bytes as what is unpacked.
 * @throws SuiteError TOOL_DOWNLOAD_FAILED
 */
async function fetchArchive(version, name, edges) {
    edges.log.info(`Downloading flyctl ${version} (${name})`);
    const fetched = await fetchAsset({ version, name, plan: archivePlan, onProgress: progressLines(edges) }, edges);
    if (fetched.kind === 'fetched')
        return fetched.bytes;
    throw new suite_error/* SuiteError */.$K({
        code: 'TOOL_DOWNLOAD_FAILED',
        message: `flyctl could not be downloaded (${fetched.reason}).`,
        hint: 'Run again; behind a proxy set HTTPS_PROXY; or install flyctl in an earlier step, so that it is on PATH.',
    });
}
/**
 * What the release itself says of one of its files.
 * @throws SuiteError TOOL_UNVERIFIED when it does not say it
 */
async function fetchPublishedSum(version, name, edges) {
    edges.log.info(`flyctl ${version}: checksum not pinned, taken from the release's checksums.txt`);
    const fetched = await fetchAsset({ version, name: 'checksums.txt', plan: sumsPlan }, edges);
    if (fetched.kind === 'failed')
        throw unverified(version, `its checksums.txt could not be read: ${fetched.reason}`);
    const sum = findChecksum(new TextDecoder().decode(fetched.bytes), name);
    if (sum === undefined)
        throw unverified(version, `its checksums.txt has no sha256 for ${name}`);
    return sum;
}
function unverified(version, why) {
    return new suite_error/* SuiteError */.$K({
        code: 'TOOL_UNVERIFIED',
        message: `flyctl ${version} was not run: its sha256 is not pinned, and ${why}.`,
        hint: 'Run again; behind a proxy set HTTPS_PROXY; or give flyctl-version with its flyctl-checksum; or install flyctl in an earlier step, so that it is on PATH.',
    });
}
async function fetchAsset({ version, name, plan, onProgress }, edges) {
    const url = `${flyctlReleases}/v${version}/${name}`;
    const folder = await edges.files.makeTemporaryFolder();
    const path = (0,external_node_path_.join)(folder, name);
    try {
        const outcome = await waitUntil(edges.clock, plan, async () => {
            const answer = await edges.http.download(url, path, { ...(onProgress && { onProgress }) });
            if (answer.kind === 'downloaded')
                return { kind: 'done', value: undefined };
            const observed = answer.kind === 'unreachable' ? answer.detail : `${answer.status} from GET ${url}`;
            if (answer.kind === 'response' ? answer.status === 404 : answer.reason === 'insecure')
                return { kind: 'final', observed };
            edges.log.info(`Not yet: ${observed}`);
            return { kind: 'retry', observed };
        });
        if (outcome.kind !== 'done')
            return { kind: 'failed', reason: `${outcome.attempts} attempts, last: ${outcome.last}` };
        return { kind: 'fetched', bytes: (await edges.files.readBytes(path)) ?? new Uint8Array() };
    }
    finally {
        await edges.files.removeFolder(folder);
    }
}
/** On a slow line the archive takes minutes; a line now and then shows that it still comes. */
function progressLines({ clock, log }) {
    let toldAtMs = clock.now();
    return (receivedBytes, totalBytes) => {
        if (clock.now() - toldAtMs < progressEveryMs)
            return;
        toldAtMs = clock.now();
        const total = totalBytes === undefined ? '' : ` of ${megabytes(totalBytes)}`;
        log.info(`Downloading flyctl: ${megabytes(receivedBytes)}${total} MB`);
    };
}
function megabytes(bytes) {
    return (bytes / 1_000_000).toFixed(1);
}
//# sourceMappingURL=fetch-archive.js.map
;// CONCATENATED MODULE: ./packages/fly/lib/flyctl/on-path.js


/**
 * The version of the user's own flyctl, which is trusted as every program on PATH is; undefined when there is none of
 * that version.
 */
async function findOnPath({ version, path }, { processes, files, log }) {
    const found = await processes.run({ file: 'flyctl', args: ['version'], timeoutMs: 30_000 });
    if (found.kind !== 'exited' || found.exitCode !== 0)
        return undefined;
    const seen = parseVersion(found.stdout);
    const place = (await firstOnPath(path, files)) ?? 'on PATH';
    if (version !== undefined && seen !== version) {
        log.info(`flyctl ${seen} (${place}) is not used: flyctl-version is ${version}.`);
        return undefined;
    }
    log.info(`Using flyctl ${seen} (${place}): your own installation, its checksum is not checked`);
    return seen;
}
async function firstOnPath(path, files) {
    for (const folder of (path ?? '').split(external_node_path_.delimiter).filter((entry) => entry !== '')) {
        const file = (0,external_node_path_.join)(folder, 'flyctl');
        if (await files.exists(file))
            return file;
    }
    return undefined;
}
//# sourceMappingURL=on-path.js.map
;// CONCATENATED MODULE: ./packages/fly/lib/flyctl/tar-member.js
const blockBytes = 512;
/** flyctl unpacks to 110 MB; more than this is an archive made to fill the memory. */
const mostBytes = 1_000_000_000;
/**
 * The bytes of one regular file at the root of a .tar.gz. Nothing else of the archive is looked at, so links and
 * paths that lead elsewhere have no effect.
 * @returns undefined when there is no such file, or the archive cannot be read
 */
async function readTarMember(archive, name) {
    const tar = await unzip(archive);
    for (let at = 0; tar !== undefined && at + blockBytes <= tar.length;) {
        const header = parseHeader(tar.subarray(at, at + blockBytes));
        if (header === undefined)
            return undefined;
        const start = at + blockBytes;
        const end = start + header.sizeBytes;
        if (header.isFile && header.name === name)
            return end <= tar.length ? tar.subarray(start, end) : undefined;
        at = start + Math.ceil(header.sizeBytes / blockBytes) * blockBytes;
    }
    return undefined;
}
/** zlib is loaded here because a run that finds flyctl on PATH unpacks nothing. */
async function unzip(archive) {
    const { gunzipSync } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 8522, 19));
    try {
        return gunzipSync(archive, { maxOutputLength: mostBytes });
    }
    catch {
        return undefined;
    }
}
/** The ustar layout: name at 0, size in octal at 124, type at 156 ("0", or NUL in old archives, is a file), prefix at 345. */
function parseHeader(block) {
    const field = (from, length) => String.fromCharCode(...block.subarray(from, from + length)).replace(/\0[\s\S]*$/, '');
    const size = field(124, 12).trim();
    if (!/^[0-7]+$/.test(size))
        return undefined;
    const prefix = field(257, 5) === 'ustar' ? field(345, 155) : '';
    const name = [...(prefix === '' ? [] : [prefix]), field(0, 100)].join('/').replace(/^\.\//, '');
    return { name, sizeBytes: Number.parseInt(size, 8), isFile: ['', '0'].includes(field(156, 1)) };
}
//# sourceMappingURL=tar-member.js.map
;// CONCATENATED MODULE: ./packages/fly/lib/flyctl/install.js







/**
 * flyctl from PATH, else from its GitHub release. Fly's own download service is not asked: it has been down on days
 * when everything else worked. Only the archive has a published sum, so the cache keeps the archive, and what runs is
 * unpacked from checked bytes into a folder that is private to this run.
 *
 * @throws SuiteError TOOL_DOWNLOAD_FAILED, TOOL_UNVERIFIED
 */
async function installFlyctl(wanted, edges) {
    const found = await findOnPath(wanted, edges);
    if (found !== undefined)
        return { file: 'flyctl', version: found, origin: 'path' };
    const release = releaseOf(wanted);
    const { archive, origin } = await checkedArchive(release, edges);
    return { file: await unpack(archive, release, edges), version: release.version, origin };
}
const repositoryTable = { version: pinnedFlyctlVersion, sums: pinnedChecksums };
function releaseOf({ version, checksum, platform, pinned = repositoryTable }) {
    const system = `${platform.os}-${platform.arch}`;
    const wanted = version ?? pinned.version;
    if (!isFlyctlSystem(system))
        throw unsupported(platform);
    const name = archiveName(wanted, system);
    const row = wanted === pinned.version && pinned.sums[system] !== '' ? pinned.sums[system] : undefined;
    const given = checksum?.toLowerCase();
    if (row !== undefined && given !== undefined && given !== 'unverified' && given !== row) {
        throw mismatch(`The flyctl-checksum ${given} is not the pinned sha256 ${row} of ${name}.`);
    }
    const cached = { tool: 'flyctl-archive', version: wanted, arch: platform.arch, name };
    return { version: wanted, name, cached, sum: given ?? row };
}
async function checkedArchive(release, edges) {
    const { version, name } = release;
    if (release.sum === 'unverified') {
        edges.log.annotate(uncheckedWarning(version));
        return { archive: await fetchArchive(version, name, edges), origin: 'download' };
    }
    const expected = release.sum ?? (await fetchPublishedSum(version, name, edges));
    const cached = await fromCache(release, expected, edges);
    if (cached !== undefined)
        return { archive: cached, origin: 'cache' };
    const archive = await fetchArchive(version, name, edges);
    const seen = sha256(archive);
    if (seen !== expected)
        throw mismatch(`flyctl ${version} was not run: ${name} has sha256 ${seen}, expected ${expected}.`);
    await keep(archive, release, edges);
    return { archive, origin: 'download' };
}
/** Anybody who could write to the cache can have put it there. */
async function fromCache(release, expected, edges) {
    const archive = await readCached(release, edges);
    if (archive === undefined)
        return undefined;
    if (sha256(archive) === expected) {
        edges.log.info(`flyctl ${release.version} from the tool cache, sha256 ${expected} checked`);
        return archive;
    }
    edges.log.info(`The archive of flyctl ${release.version} in the tool cache has another sha256: it is not used.`);
    return undefined;
}
async function readCached({ cached }, { toolCache, files, log }) {
    try {
        const path = await toolCache?.find(cached);
        return path === undefined ? undefined : await files.readBytes(path);
    }
    catch (error) {
        log.info(`The tool cache could not be read: ${(0,suite_error/* errorMessage */.gJ)(error)}`);
        return undefined;
    }
}
async function keep(archive, { name, cached }, { files, toolCache, log }) {
    if (toolCache === undefined)
        return;
    const folder = await files.makeTemporaryFolder();
    try {
        const path = (0,external_node_path_.join)(folder, name);
        await files.writeBytes(path, archive);
        await toolCache.keep(path, cached);
    }
    catch (error) {
        // A cache that cannot be written costs the next run a download, and this one nothing.
        log.info(`flyctl was not kept in the tool cache: ${(0,suite_error/* errorMessage */.gJ)(error)}`);
    }
    finally {
        await files.removeFolder(folder);
    }
}
async function unpack(archive, { version, name }, { files, log }) {
    const program = await readTarMember(archive, 'flyctl');
    if (program === undefined) {
        throw new suite_error/* SuiteError */.$K({
            code: 'TOOL_DOWNLOAD_FAILED',
            message: `${name} holds no file "flyctl" that can be unpacked.`,
            hint: 'Check flyctl-version, or install flyctl in an earlier step, so that it is on PATH.',
        });
    }
    const file = (0,external_node_path_.join)(await files.makeTemporaryFolder(), 'flyctl');
    await files.writeBytes(file, program, { isExecutable: true });
    log.info(`Using flyctl ${version} from ${name}`);
    return file;
}
function sha256(bytes) {
    return (0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex');
}
function uncheckedWarning(version) {
    const message = `flyctl ${version} is downloaded and run with your token without a check, because flyctl-checksum is "unverified".`;
    return { level: 'warning', title: 'flyctl is not verified', message };
}
function mismatch(message) {
    return new suite_error/* SuiteError */.$K({
        code: 'TOOL_UNVERIFIED',
        message,
        hint: "Compare flyctl-checksum, if you gave it, with the release's checksums.txt for this system; else something between GitHub and here changes downloads: look at the proxy.",
    });
}
function unsupported({ os, arch }) {
    return new suite_error/* SuiteError */.$K({
        code: 'TOOL_DOWNLOAD_FAILED',
        message: `There is no flyctl archive for ${os} on ${arch} that this version can unpack.`,
        hint: 'Install flyctl in an earlier step, so that it is on PATH.',
    });
}
//# sourceMappingURL=install.js.map
;// CONCATENATED MODULE: ./packages/fly/lib/flyctl/open-flyctl.js



/** flyctl ready for use: found or fetched. */
async function openFlyctl(access, tools) {
    const { token, environment, inputs } = access;
    const platform = { os: process.platform, arch: process.arch };
    const { flyctlVersion: version, flyctlChecksum: checksum } = inputs;
    const { file } = await installOnce({ version, checksum, platform, path: environment['PATH'] }, tools);
    const { processes, log, clock } = tools;
    return flyctl({ processes, token, file, log, clock, agent: agentOf(access, tools.context) });
}
/**
 * On a runner the agent would keep the token of the job. Where flyctl has a login of its own on that machine there is no
 * such token, and the login is in the folder that the user's agent has.
 */
function agentOf({ token, environment }, { runUrl }) {
    const hasToken = token !== undefined || (environment['FLY_ACCESS_TOKEN'] ?? '').trim() !== '';
    return runUrl !== undefined && hasToken ? 'of-tunnel' : 'of-user';
}
/** By the run, and by what was wanted. */
const installed = new WeakMap();
/**
 * The stages of a chain and the looks of verify-targets share what was checked and unpacked for this run alone. A
 * failure is forgotten, so that the next one tries again.
 */
function installOnce(wanted, tools) {
    const known = installed.get(tools.context) ?? new Map();
    installed.set(tools.context, known);
    const key = JSON.stringify(wanted);
    const installing = known.get(key) ?? install(wanted, tools);
    known.set(key, installing);
    installing.catch(() => known.delete(key));
    return installing;
}
async function install(wanted, tools) {
    const result = await installFlyctl(wanted, tools);
    if (!isGoodFlyctl(result.version))
        tools.log.annotate(tooOld(result));
    return result;
}
function tooOld({ version, origin }) {
    const where = origin === 'path' ? ' on PATH' : '';
    const message = `flyctl ${version}${where} may skip the health checks of new machines; use ${oldestGoodFlyctl} or newer.`;
    return { level: 'warning', title: 'Old flyctl', message };
}
//# sourceMappingURL=open-flyctl.js.map
;// CONCATENATED MODULE: ./packages/stages/lib/fly-deployment/app-state.js
/** All at once: the app is nearly always there, and every call of flyctl takes its time. */
async function readAppState(flyctl, app) {
    const [found, releases, machines, secrets, addresses, volumes] = await Promise.allSettled([
        flyctl.findApp(app),
        flyctl.releases(app),
        flyctl.machines(app),
        flyctl.secrets(app),
        flyctl.addresses(app),
        flyctl.volumes(app),
    ]);
    // First what the app itself met: where there is none, the others failed for that.
    const status = answerOf(found);
    if (status === undefined)
        return { kind: 'missing' };
    return {
        kind: 'present',
        status,
        releases: answerOf(releases),
        machines: answerOf(machines),
        secrets: answerOf(secrets),
        addresses: answerOf(addresses),
        volumes: answerOf(volumes),
    };
}
function answerOf(settled) {
    if (settled.status === 'rejected')
        throw settled.reason;
    return settled.value;
}
//# sourceMappingURL=app-state.js.map
;// CONCATENATED MODULE: ./packages/fly/lib/last-good-release.js
/**
 * What to go back to. The newest release is not it: failed deploys and changed secrets make releases too.
 * Ask before deploying: afterwards the machines no longer tell the digest.
 */
function lastGoodRelease(releases, machines) {
    const good = releases.find((release) => release.status === 'complete');
    if (good === undefined)
        return undefined;
    const machine = machines.find((candidate) => candidate.config?.releaseVersion === good.version);
    const pinned = machine === undefined ? undefined : pinnedImage(machine);
    return { version: good.version, image: pinned ?? good.imageRef };
}
/** `registry/repository[:tag]@digest`, which names one image for ever. Undefined without a digest. */
function pinnedImage(machine) {
    const { registry, repository, tag, digest } = machine.image;
    if (digest === undefined || repository === '')
        return undefined;
    const name = registry === '' ? repository : `${registry}/${repository}`;
    return `${name}${tag === undefined ? '' : `:${tag}`}@${digest}`;
}
//# sourceMappingURL=last-good-release.js.map
;// CONCATENATED MODULE: ./packages/fly/lib/config/read-out.js
/** Whether the app is meant to have an address on the internet. */
function hasPublicServices(config) {
    return config.services.some((service) => service.ports.length > 0);
}
/**
 * Groups whose idle machines the proxy stops: by the file, and by what the machines run with. The proxy takes the most
 * careful setting of a group's services, so that one which is never stopped keeps the group awake (flyctl
 * machines_deploymachinesapp.go:388-402).
 */
function sleepingGroups(config, machines = []) {
    const written = config.processGroups.filter((group) => {
        const services = config.services.filter(({ groups }) => groups.includes(group));
        return services.length > 0 && services.every(({ autoStop }) => autoStop !== 'off');
    });
    const running = machines.flatMap(({ config: live }) => live?.autoStop === true && live.processGroup !== undefined ? [live.processGroup] : []);
    return new Set([...written, ...running]);
}
//# sourceMappingURL=read-out.js.map
;// CONCATENATED MODULE: ./packages/fly/lib/release-proof.js

/** Of machines that flyctl makes for a moment: consoles, release commands, tests (fly-go machine_types.go:30-32). */
const passingGroups = new Set([
    'fly_app_console',
    'fly_app_release_command',
    'fly_app_test_machine_command',
]);
/** What a deploy makes has it; a machine of "fly machine run" has not, and no deploy touches it. */
const deployedPlatform = 'v2';
/** Machines of an app without `[processes]` are in this group. */
const defaultGroup = 'app';
function groupOf(machine) {
    return machine.config?.processGroup ?? defaultGroup;
}
/**
 * Whether a deploy updates the machine, so that it is part of the release: fly-go leaves out the same ones
 * (flaps_machines.go:197-231), and skips those whose host does not answer.
 */
function isOfRelease(machine) {
    if (machine.state === 'destroyed' || machine.state === 'destroying')
        return false;
    if (machine.hostStatus === 'unreachable')
        return false;
    return machine.config?.platformVersion === deployedPlatform && !passingGroups.has(groupOf(machine));
}
/** Part of the release and no standby: a standby serves nobody before another one fails. */
function isServing(machine) {
    return isOfRelease(machine) && (machine.config?.standbyFor.length ?? 0) === 0;
}
/**
 * Whether the machines run the release. The exit code of flyctl does not tell: when an image cannot be pulled Fly puts
 * the old version back and flyctl sees healthy machines; stopped ones are updated but never started.
 */
function proveRelease(machines, expected) {
    const serving = machines.filter(isServing);
    const [first] = serving;
    if (first === undefined)
        return { kind: 'unproved', problems: [{ kind: 'no-machines' }] };
    const digest = expectedDigest(serving, expected.version);
    const problems = serving.flatMap((machine) => problemsOf(machine, expected, digest));
    const image = pinnedImage(first);
    if (problems.length > 0 || image === undefined || digest === undefined)
        return { kind: 'unproved', problems };
    const asleep = serving.filter((machine) => isAsleep(machine, expected));
    const unreachable = machines.filter(({ hostStatus }) => hostStatus === 'unreachable');
    return { kind: 'proved', version: expected.version, image, digest, machines: serving, asleep, unreachable };
}
/** Of a machine that has the release; otherwise a reverted first machine would accuse all the right ones. */
function expectedDigest(serving, version) {
    const updated = serving.find((machine) => machine.config?.releaseVersion === version) ?? serving[0];
    return updated?.image.digest;
}
function problemsOf(machine, expected, digest) {
    if (machine.config?.releaseVersion !== expected.version) {
        return [{ kind: 'other-release', machine, expected: expected.version }];
    }
    if (machine.image.digest === undefined || digest === undefined || pinnedImage(machine) === undefined) {
        return [{ kind: 'no-digest', machine }];
    }
    if (machine.image.digest !== digest)
        return [{ kind: 'other-image', machine, expected: digest }];
    if (isAsleep(machine, expected))
        return [];
    if (machine.state !== 'started')
        return [{ kind: 'not-started', machine }];
    return machine.checks
        .filter((check) => check.status !== 'passing')
        .map((check) => ({ kind: 'check-failing', machine, check }));
}
function isAsleep(machine, { sleepingGroups }) {
    return sleepingGroups.has(groupOf(machine)) && (machine.state === 'stopped' || machine.state === 'suspended');
}
/** What a machine runs and how it does, in one line for a person. */
function describeMachine(machine) {
    const bad = machine.checks.filter(({ status }) => status !== 'passing');
    const checks = bad.map((check) => `, check "${check.name}" is ${check.status}${outputOf(check)}`);
    const host = machine.hostStatus === 'ok' ? '' : `, its host is ${machine.hostStatus}`;
    const release = machine.config?.releaseVersion ?? 'unknown';
    return `${named(machine)}: release ${release}, ${machine.state}${host}${checks.join('')}${lastExitOf(machine)}`;
}
/** One sentence, for a person. */
function describeProblem(problem) {
    switch (problem.kind) {
        case 'no-machines':
            return 'The app has no machines.';
        case 'other-release':
            return `${named(problem.machine)} runs release ${problem.machine.config?.releaseVersion ?? 'unknown'}, expected ${problem.expected}.`;
        case 'no-digest':
            return `${named(problem.machine)} does not tell the digest of its image.`;
        case 'other-image':
            return `${named(problem.machine)} runs image ${problem.machine.image.digest ?? 'unknown'}, expected ${problem.expected}.`;
        case 'not-started':
            return `${named(problem.machine)} is ${problem.machine.state}, expected started${lastExitOf(problem.machine)}.`;
        case 'check-failing':
            return `${named(problem.machine)}: check "${problem.check.name}" is ${problem.check.status}${outputOf(problem.check)}.`;
    }
}
function named(machine) {
    return `Machine ${machine.id} (${groupOf(machine)}${machine.region === '' ? '' : `, ${machine.region}`})`;
}
function lastExitOf({ lastExit }) {
    if (lastExit === undefined)
        return '';
    const why = lastExit.oomKilled ? 'out of memory' : `exit code ${lastExit.exitCode}`;
    return ` (last exit: ${why}${lastExit.at === undefined ? '' : ` at ${lastExit.at}`})`;
}
function outputOf({ output }) {
    const shown = output.replace(/\s+/g, ' ').trim().slice(0, 200);
    return shown === '' ? '' : `: ${shown.replace(/\.$/, '')}`;
}
//# sourceMappingURL=release-proof.js.map
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __nccwpck_require__(7975);
;// CONCATENATED MODULE: ./packages/stages/lib/slow-digest.js


/** OWASP's least costs for scrypt with 32 MiB a guess: what it makes is shown where the secret must not be found. */
const scryptCost = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 2 ** 20 };
const slowly = (0,external_node_util_.promisify)(external_node_crypto_.scrypt);
/** About a quarter of a second on a core of its own, so that several are made side by side while others work. */
function slowDigest(secret, { salt, bytes }) {
    return slowly(secret, `fly-monitoring\0${salt}`, bytes, scryptCost);
}
//# sourceMappingURL=slow-digest.js.map
;// CONCATENATED MODULE: ./packages/stages/lib/fly-deployment/fingerprint.js



/** Environment of the machine that carries it; names beginning with FLY_ are reserved by Fly. */
const fingerprintVariable = 'DEPLOYMENT_FINGERPRINT';
async function makeFingerprint(facts) {
    const { app, image, source, revision, config } = facts;
    const [made, secrets] = await Promise.all([
        source === undefined ? undefined : sourceFingerprint(app, source),
        secretDigests(facts),
    ]);
    return {
        image: image === undefined ? undefined : shortHash(image),
        source: made,
        revision,
        config: shortHash(config),
        secrets,
    };
}
async function secretDigests({ app, secrets }) {
    const digests = [...secrets].map(async ([name, secret]) => [name, await hiddenDigest(secret.reveal(), `${app}\0${name}`)]);
    return new Map(await Promise.all(digests));
}
/**
 * People put secrets into build arguments although they are told not to, so these get a slow digest too. Where there are
 * none a slow one would only take its quarter of a second.
 */
async function sourceFingerprint(app, source) {
    const { context, dockerfile, settings, hasArguments } = source;
    return {
        context: shortHash(context),
        dockerfile: shortHash(dockerfile),
        settings: hasArguments ? await hiddenDigest(settings, `${app}\0build arguments`) : shortHash(settings),
    };
}
/** 128 bits are more than chance needs, and less than would help to find a secret. */
const digestBytes = 16;
function shortHash(text) {
    return (0,external_node_crypto_.createHash)('sha256')
        .update(text)
        .digest('hex')
        .slice(0, digestBytes * 2);
}
/** A machine's configuration is not kept secret. */
async function hiddenDigest(secret, salt) {
    return (await slowDigest(secret, { salt, bytes: digestBytes })).toString('hex');
}
/** One word per part, for an environment variable. Readers pass over words that they do not know. */
function writeFingerprint({ image, config, source, revision, secrets }) {
    const parts = source === undefined ? [] : sourceParts.map((part) => `source.${part}=${source[part]}`);
    const named = [...secrets].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, digest]) => `secret.${name}=${digest}`);
    const shown = revision === undefined ? [] : [`revision=${encodeURIComponent(revision)}`];
    return ['v1', `image=${image ?? 'unknown'}`, `config=${config}`, ...parts, ...shown, ...named].join(' ');
}
const sourceParts = ['context', 'dockerfile', 'settings'];
/** Undefined when it is none, or one of another version: then everything counts as changed. */
function parseFingerprint(text) {
    const [version, ...words] = (text ?? '').split(' ');
    const parts = new Map(words.map((word) => [word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)]));
    const image = parts.get('image');
    const config = parts.get('config');
    if (version !== 'v1' || image === undefined || config === undefined)
        return undefined;
    const secrets = [...parts]
        .filter(([name]) => name.startsWith('secret.'))
        .map(([name, digest]) => [name.slice('secret.'.length), digest]);
    return {
        image: image === 'unknown' ? undefined : image,
        config,
        source: parseSource(parts),
        revision: decoded(parts.get('revision')),
        secrets: new Map(secrets),
    };
}
function parseSource(parts) {
    const [context, dockerfile, settings] = sourceParts.map((part) => parts.get(`source.${part}`));
    if (context === undefined || dockerfile === undefined || settings === undefined)
        return undefined;
    return { context, dockerfile, settings };
}
function decoded(text) {
    try {
        return text === undefined ? undefined : decodeURIComponent(text);
    }
    catch {
        return undefined;
    }
}
/** Of the machines that serve; undefined when they do not agree, after a deploy that ended half way. */
function liveFingerprint(machines) {
    const texts = new Set(machines.filter(isServing).map((machine) => machine.config?.env[fingerprintVariable]));
    const [text] = texts;
    return texts.size === 1 ? parseFingerprint(text) : undefined;
}
//# sourceMappingURL=fingerprint.js.map
;// CONCATENATED MODULE: ./packages/stages/lib/fly-deployment/plan-volumes.js

/** flyctl's own (deploy.DefaultVolumeInitialSizeGB). */
const defaultSizeGb = 1;
/**
 * The volumes that flyctl asks for and does not make: on a first deploy it makes them itself; later it wants one that is
 * free, in the machine's region, for each machine of a group that mounts it and has none (flyctl machines.go:541-660,
 * machines_launchinput.go:57,169,198).
 */
function volumeSteps(config, state) {
    if (isFirstDeploy(state))
        return [];
    const free = new Map();
    for (const { name, region } of state.volumes.filter(isFree)) {
        free.set(`${name} ${region}`, (free.get(`${name} ${region}`) ?? 0) + 1);
    }
    return wantedVolumes(config, state).filter(({ name, region }) => {
        const left = free.get(`${name} ${region}`) ?? 0;
        free.set(`${name} ${region}`, left - 1);
        return left <= 0;
    });
}
/** As flyctl decides it: deploy_first.go. */
function isFirstDeploy({ status, machines }) {
    return !status.deployed && status.status !== 'suspended' && machines.length === 0;
}
/** flyctl machines.go:545: of a host that answers, and attached to nothing. */
function isFree({ attachedMachineId, hostStatus }) {
    return attachedMachineId === undefined && hostStatus === 'ok';
}
function wantedVolumes(config, state) {
    return config.mounts.flatMap(({ source, initialSizeGb, groups }) => groups
        .flatMap((group) => regionsWithoutVolume(group, config, state))
        .map((region) => ({
        kind: 'create-volume',
        name: source,
        region,
        sizeGb: initialSizeGb ?? defaultSizeGb,
    })));
}
/** A new group gets one machine where it mounts a volume, in the primary region. */
function regionsWithoutVolume(group, { primaryRegion }, { machines }) {
    const own = machines.filter((machine) => isOfRelease(machine) && groupOf(machine) === group);
    if (own.length > 0)
        return own.filter(({ config }) => config?.mounts.length === 0).map(({ region }) => region);
    return primaryRegion === undefined ? [] : [primaryRegion];
}
//# sourceMappingURL=plan-volumes.js.map
;// CONCATENATED MODULE: ./packages/fly/lib/source/moving-parts.js


/** @param buildArguments those of the fly.toml and those of the command line */
function movingParts(dockerfile, buildArguments) {
    const { syntax, instructions } = readDockerfile(dockerfile);
    const scope = new Scope(buildArguments);
    const frontend = buildArguments.get('BUILDKIT_SYNTAX') ?? syntax;
    const parts = [
        ...(frontend === undefined ? [] : scope.image(frontend, `syntax=${frontend}`)),
        ...instructions.flatMap((instruction) => scope.read(instruction)),
    ];
    return [...new Map(parts.map((part) => [JSON.stringify(part), part])).values()];
}
/** flyctl builds for this platform alone (internal/build/imgsrc). */
const platform = { TARGETPLATFORM: 'linux/amd64', TARGETOS: 'linux', TARGETARCH: 'amd64', TARGETVARIANT: '' };
/** Follows a Dockerfile from the top: which arguments have a value, and which stages have a name. */
class Scope {
    #given;
    #values = new Map(Object.entries(platform));
    #stages = new Set();
    #stageCount = 0;
    constructor(given) {
        this.#given = given;
    }
    read({ keyword, words }) {
        switch (keyword) {
            case 'ARG':
                // An argument of a stage cannot reach a FROM.
                if (this.#stageCount === 0)
                    for (const word of words)
                        this.#declare(word);
                return [];
            case 'FROM':
                return this.#from(words);
            case 'COPY':
                return this.#sourceOf(words, /^--from=(.+)$/, 'COPY');
            case 'RUN':
                return this.#sourceOf(words, /^--mount=(?:.*,)?from=([^,]+)/, 'RUN');
            case 'ADD':
                return added(words);
            default:
                return [];
        }
    }
    image(written, instruction) {
        const image = expandVariables(written, this.#values);
        if (image === undefined || image === '')
            return [{ kind: 'unread', instruction }];
        if (image === 'scratch' || this.#isStage(image) || /@sha256:[0-9a-f]{64}$/.test(image))
            return [];
        return [{ kind: 'tag', image }];
    }
    #declare(word) {
        const [name = ''] = word.split('=', 1);
        const usual = word.includes('=') ? expandVariables(unquoted(word.slice(name.length + 1)), this.#values) : undefined;
        const value = this.#given.get(name) ?? usual;
        if (value !== undefined)
            this.#values.set(name, value);
    }
    #from(words) {
        const [image = '', as, name] = words.filter((word) => !word.startsWith('--'));
        const parts = this.image(image, `FROM ${image}`);
        this.#stages.add(String(this.#stageCount++));
        if (as?.toUpperCase() === 'AS' && name !== undefined)
            this.#stages.add(name.toLowerCase());
        return parts;
    }
    #sourceOf(words, option, keyword) {
        return words.flatMap((word) => {
            const [, source] = option.exec(word) ?? [];
            return source === undefined ? [] : this.image(source, `${keyword} ${word}`);
        });
    }
    #isStage(name) {
        return this.#stages.has(name.toLowerCase());
    }
}
/** A checksum makes a download known; of a git repository only a commit would, and it is not looked for. */
function added(words) {
    const isPinned = words.some((word) => /^--checksum=sha256:[0-9a-f]{64}$/.test(word));
    const sources = words.filter((word) => !word.startsWith('--')).slice(0, -1);
    return sources.flatMap((source) => {
        if (source.startsWith('$'))
            return [{ kind: 'unread', instruction: `ADD ${source}` }];
        if (/^[\w.-]+@[\w.-]+:|^(git|ssh):\/\/|^https?:.*\.git(#|\?|$)/i.test(source))
            return [{ kind: 'address', address: source }];
        return /^https?:\/\//i.test(source) && !isPinned ? [{ kind: 'address', address: source }] : [];
    });
}
function unquoted(text) {
    return text.replace(/^(['"])(.*)\1$/, '$2');
}
/** As the subject of a sentence. */
function describeMovingPart(part) {
    switch (part.kind) {
        case 'tag':
            return `${part.image} is a tag that may have moved`;
        case 'address':
            return `${part.address} may give something else by now`;
        case 'unread':
            return `what "${part.instruction}" names is not known before the build`;
    }
}
//# sourceMappingURL=moving-parts.js.map
;// CONCATENATED MODULE: ./packages/stages/lib/fly-deployment/source-reason.js

/** Why the image would be another one; undefined when all that could be compared is equal. */
function imageReason(wanted, before) {
    const now = wanted.fingerprint;
    if (now.image !== undefined)
        return before.image === now.image ? undefined : 'the image changes';
    if (wanted.image.kind === 'image')
        return 'its image is named by a tag, which may have moved';
    if (wanted.source === undefined)
        return 'a build from source is always released';
    const { read } = wanted.source;
    if (read.kind === 'unknown' || now.source === undefined) {
        return `the source cannot be compared${read.kind === 'unknown' ? `: ${read.why}` : ''}`;
    }
    if (before.source === undefined)
        return 'the live release does not tell which source it was built from';
    const changed = changedParts(now.source, before.source);
    return changed.length === 0 ? undefined : changed.join(', ') + gitHint(read, changed);
}
function changedParts(now, before) {
    return [
        ...(now.context === before.context ? [] : [contextChanged]),
        ...(now.dockerfile === before.dockerfile ? [] : ['the Dockerfile changed']),
        ...(now.settings === before.settings ? [] : ['the build arguments changed']),
    ];
}
const contextChanged = 'the build context changed';
function gitHint({ holdsGit }, changed) {
    if (!holdsGit || !changed.includes(contextChanged))
        return '';
    return ' (it holds .git, which is different in each checkout; name it in .dockerignore)';
}
/** Of a source that is the same: why it is released all the same. */
function movingReason(source, version) {
    const parts = partsThatMove(source);
    if (source?.movingParts !== 'released' || parts.length === 0)
        return undefined;
    const why = parts.map(describeMovingPart).join(' and ');
    return `the source is the same as in release ${version}, but ${why}; set input "reuse-unchanged-source" to true to keep the live release`;
}
/** What is said of a release that stays; undefined when no source was compared. */
function keptSentence(source, version) {
    if (source === undefined)
        return undefined;
    const same = `Nothing was built: the source is the same as in release ${version}`;
    const parts = partsThatMove(source);
    if (parts.length === 0)
        return `${same}.`;
    return `${same}. That ${parts.map(describeMovingPart).join(' and ')} was left out of account, as reuse-unchanged-source says.`;
}
function partsThatMove(source) {
    return source?.read.kind === 'known' ? source.read.moving : [];
}
//# sourceMappingURL=source-reason.js.map
;// CONCATENATED MODULE: ./packages/stages/lib/fly-deployment/plan.js





/** @throws SuiteError FLY_APP_MISSING when the app is not there and may not be created */
function planDeployment(wanted, state) {
    if (state.kind === 'missing')
        return firstDeployment(wanted);
    const newestVersion = state.releases[0]?.version ?? 0;
    const before = liveFingerprint(state.machines);
    const staged = secretsToStage(wanted, state, before);
    const removed = secretsToRemove(wanted, state, before);
    const live = proveLive(wanted, state);
    const previous = unfinishedButLive(state, live) ?? lastGoodRelease(state.releases, state.machines);
    const why = deployReason({ wanted, before, secrets: [...staged, ...removed], live });
    const steps = [
        ...addressSteps(wanted, state.addresses),
        ...volumeSteps(wanted.config, state),
        ...(staged.length === 0 ? [] : [{ kind: 'stage-secrets', names: staged }]),
        ...(removed.length === 0 ? [] : [{ kind: 'remove-secrets', names: removed }]),
        ...(why === undefined ? [] : [{ kind: 'deploy', why }]),
    ];
    const kept = why === undefined && live.kind === 'proved' ? keptRelease(live, { wanted, state, before }) : undefined;
    return { steps, previous, newestVersion, live: kept };
}
function keptRelease(live, { wanted, state, before }) {
    const createdAt = state.releases.find(({ version }) => version === live.version)?.createdAt;
    const createdMs = Date.parse(createdAt ?? '');
    return {
        ...live,
        startedAt: Number.isNaN(createdMs) ? undefined : new Date(createdMs).toISOString(),
        revision: before?.revision,
        note: keptSentence(wanted.source, live.version),
    };
}
function firstDeployment(wanted) {
    const { app, create, secrets } = wanted;
    if (create === undefined) {
        throw new suite_error/* SuiteError */.$K({
            code: 'FLY_APP_MISSING',
            message: `Fly app "${app}" does not exist, or the token may not see it; Fly gives the same answer for both.`,
            hint: `Create it once with "fly apps create ${app}", set "create: true" and "org", or use a token of this app.`,
        });
    }
    const steps = [
        { kind: 'create-app', organisation: create.organisation },
        ...addressSteps(wanted, []),
        ...(secrets.size === 0 ? [] : [{ kind: 'stage-secrets', names: [...secrets.keys()] }]),
        { kind: 'deploy', why: 'first deploy' },
    ];
    return { steps, live: undefined, previous: undefined, newestVersion: 0 };
}
/**
 * flyctl allocates on a first deploy only, and not at all when a public port other than 80 and 443 makes it ask which
 * kind; it stays green then, and the app has no address.
 */
function addressSteps(wanted, addresses) {
    if (!hasPublicServices(wanted.config))
        return [];
    const has = (...types) => addresses.some(({ type }) => types.includes(type));
    return [
        ...(has('v6') ? [] : [{ kind: 'allocate-address', type: 'v6' }]),
        ...(has('v4', 'shared_v4') ? [] : [{ kind: 'allocate-address', type: 'shared-v4' }]),
    ];
}
function secretsToStage({ secrets, fingerprint }, state, before) {
    const settled = new Set(state.secrets.filter(({ status }) => status !== 'staged').map(({ name }) => name));
    return [...secrets.keys()].filter((name) => !settled.has(name) || before?.secrets.get(name) !== fingerprint.secrets.get(name));
}
/** Only what an earlier deployment of ours has set: secrets that somebody set by hand are theirs. */
function secretsToRemove({ secrets, otherSecrets }, state, before) {
    if (otherSecrets === 'kept' || before === undefined)
        return [];
    const stored = new Set(state.secrets.map(({ name }) => name));
    return [...before.secrets.keys()].filter((name) => !secrets.has(name) && stored.has(name));
}
/** Whether what runs now runs well, whichever release it is. */
function proveLive({ config }, state) {
    const version = Math.max(0, ...state.machines.map((machine) => machine.config?.releaseVersion ?? 0));
    return proveRelease(state.machines, { version, sleepingGroups: sleepingGroups(config, state.machines) });
}
/**
 * flyctl goes on when it cannot write down that a release is complete, and Fly lists it as running for ever; the release
 * that Fly lists as the last complete one is then an older one than what ran well before this deploy.
 */
function unfinishedButLive({ releases }, live) {
    if (live.kind === 'unproved')
        return undefined;
    const status = releases.find(({ version }) => version === live.version)?.status;
    return status === 'running' || status === 'pending' ? { version: live.version, image: live.image } : undefined;
}
/** Undefined when a deploy would change nothing. */
function deployReason({ wanted, before, secrets, live }) {
    if (wanted.force === 'always')
        return 'it was asked for with force';
    if (live.kind === 'unproved')
        return live.problems.map(describeProblem).join(' ');
    if (before === undefined)
        return 'nothing tells what is live now';
    // A fly.toml mostly is in the build context too, so that both change at once.
    const config = before.config === wanted.fingerprint.config ? undefined : 'the configuration changes';
    const changes = [imageReason(wanted, before), config].filter((change) => change !== undefined);
    if (changes.length > 0)
        return changes.join(', ');
    return secrets.length === 0 ? movingReason(wanted.source, live.version) : `secrets change: ${secrets.join(', ')}`;
}
/** One line each, for a dry run and for the log. */
function describeStep(step, app) {
    switch (step.kind) {
        case 'create-app':
            return `create the app ${app} in the organisation ${step.organisation}`;
        case 'allocate-address':
            return `allocate ${step.type === 'v6' ? 'an IPv6 address' : 'a shared IPv4 address'} for ${app}`;
        case 'create-volume':
            return `create the volume ${step.name} (${step.sizeGb} GB, ${step.region})`;
        case 'stage-secrets':
            return `stage the secrets ${step.names.join(', ')}`;
        case 'remove-secrets':
            return `remove the secrets ${step.names.join(', ')}`;
        case 'deploy':
            return `deploy ${app}: ${step.why}`;
    }
}
//# sourceMappingURL=plan.js.map
;// CONCATENATED MODULE: ./packages/stages/lib/fly-deployment/planned.js



/** Asks Fly what is there. @throws SuiteError FLY_* when the deployment could not be done */
async function readPlan(question, access, tools) {
    const flyctl = await openFlyctl(access, tools);
    const state = await readAppState(flyctl, question.app);
    const wanted = await question.wanted;
    return { flyctl, wanted, plan: planDeployment(wanted, state) };
}
//# sourceMappingURL=planned.js.map
// EXTERNAL MODULE: ./packages/kit/lib/error-report.js
var error_report = __nccwpck_require__(9995);
// EXTERNAL MODULE: ./packages/kit/lib/text/markdown.js
var markdown = __nccwpck_require__(3059);
// EXTERNAL MODULE: ./packages/kit/lib/text/foreign-text.js
var foreign_text = __nccwpck_require__(7338);
;// CONCATENATED MODULE: ./packages/stages/lib/fly-deployment/report.js



/** The outputs that every deployment has; `machines` is a JSON list. */
const deploymentOutputs = {
    url: 'Public address, or empty when there is none.',
    changed: 'true when something was released.',
    'release-version': 'Number of the live release.',
    image: 'Live image, pinned by its digest.',
    'image-digest': 'Digest of the live image.',
    'previous-release-version': 'Number of the last good release before this run.',
    'previous-image': 'Image of the last good release before this run.',
    machines: 'JSON list of the machines, also after a failed deploy: id, name, group, region, state, release.',
    'started-at': 'When the deploy began, in ISO 8601.',
};
function reportDeployment(facts) {
    const { app, outcome } = facts;
    switch (outcome.kind) {
        case 'failed':
        case 'interrupted':
            // The outputs are there for whoever puts the previous release back.
            return { ...(0,error_report/* errorReport */.Z)(outcome.error), outputs: outputsOf(facts, undefined) };
        case 'unchanged':
            return success(facts, outcome.live, `${app}: unchanged, release ${outcome.live.version} is live and healthy`);
        case 'deployed':
            return success(facts, outcome.live, `${app}: release ${outcome.live.version} is live`);
    }
}
function success(facts, live, headline) {
    const header = ['Machine', 'Group', 'Region', 'State'];
    const rows = live.machines.map((machine) => [machine.id, groupOf(machine), machine.region, machine.state]);
    const table = (0,markdown/* markdownTable */.Qj)(header, rows.map((row) => row.map(markdown/* escapeCell */.kq)));
    const link = facts.url === '' ? '' : `\n\n${(0,markdown/* escapeCell */.kq)(facts.url)}`;
    const why = whySentence(facts);
    return {
        conclusion: 'success',
        outputs: outputsOf(facts, live),
        summary: `### ✅ ${(0,markdown/* escapeCell */.kq)(headline)}${link}${why === undefined ? '' : `\n\n${(0,markdown/* escapeCell */.kq)(why)}`}\n\n${table}\n\nImage: ${(0,markdown/* inlineCode */.ti)(live.image)}\n`,
        lines: [
            `✔ ${headline}`,
            ...(why === undefined ? [] : [why]),
            ...(facts.url === '' ? [] : [facts.url]),
            ...(0,markdown/* textTable */.ed)(header, rows),
        ].map(foreign_text/* harmless */.Is),
        annotations: noticesOf(facts, live),
    };
}
/** Why it was released, or what was compared when it was not. */
function whySentence({ plan, outcome }) {
    if (outcome.kind === 'unchanged')
        return plan.live?.note;
    const step = plan.steps.find(({ kind }) => kind === 'deploy');
    return step?.kind === 'deploy' ? `Released because: ${step.why.replace(/\.$/, '')}.` : undefined;
}
function noticesOf({ app, outcome }, live) {
    const notices = [];
    if (outcome.kind === 'deployed' && outcome.notice !== undefined) {
        const message = `${outcome.notice} The machines show that the release is live.`;
        notices.push({ level: 'warning', title: `${app}: live, but not by itself`, message });
    }
    if (live.asleep.length > 0) {
        const ids = live.asleep.map(({ id }) => id).join(', ');
        const message = `They have the release and have not started it yet, because idle machines are stopped: ${ids}.`;
        notices.push({ level: 'notice', title: `${app}: machines asleep`, message });
    }
    if (live.unreachable.length > 0) {
        const ids = live.unreachable.map(({ id }) => id).join(', ');
        const message = `Their host does not answer, so this deploy did not reach them: ${ids}. See "fly machine list -a ${app}".`;
        notices.push({ level: 'warning', title: `${app}: machines unreachable`, message });
    }
    return notices;
}
function outputsOf({ plan, url, outcome, startedAt }, live) {
    return {
        url,
        changed: String(outcome.kind === 'deployed'),
        'release-version': live === undefined ? '' : String(live.version),
        image: live?.image ?? '',
        'image-digest': live?.digest ?? '',
        'previous-release-version': plan.previous === undefined ? '' : String(plan.previous.version),
        'previous-image': plan.previous?.image ?? '',
        // A standby serves nobody, so that it is in the list of neither.
        machines: JSON.stringify((outcome.kind === 'failed' ? outcome.now.filter(isServing) : (live?.machines ?? [])).map(machineFacts)),
        'started-at': startedAt,
    };
}
function machineFacts(machine) {
    const { id, name, region, state, config } = machine;
    return { id, name, group: groupOf(machine), region, state, release: config?.releaseVersion };
}
/** What a dry run shows. */
function reportPlan(app, plan) {
    const steps = plan.steps.map((step) => describeStep(step, app));
    const listed = steps.length === 0 ? ['nothing: what is live is what is wanted'] : steps;
    const title = `${app}: dry run, nothing was changed`;
    return {
        conclusion: 'success',
        outputs: { changed: 'false' },
        summary: `### 📝 ${(0,markdown/* escapeCell */.kq)(title)}\n\n${listed.map((line) => `- ${(0,markdown/* escapeCell */.kq)(line)}`).join('\n')}\n`,
        lines: [title, ...listed.map((line) => `  would ${line}`)].map(foreign_text/* harmless */.Is),
        annotations: [],
    };
}
//# sourceMappingURL=report.js.map
;// CONCATENATED MODULE: ./packages/stages/lib/keep-success.js
/** The first success is kept; after a failure the next call tries again. */
function keepSuccess(read) {
    let kept;
    return () => {
        kept ??= read().catch((thrown) => {
            kept = undefined;
            throw thrown;
        });
        return kept;
    };
}
//# sourceMappingURL=keep-success.js.map
;// CONCATENATED MODULE: ./packages/kit/lib/inputs/input-kinds.js


const right = (value) => ({ ok: true, value });
const wrong = (problem) => ({ ok: false, problem });
function input_kinds_text(facts) {
    const { pattern, expects = 'text', ...rest } = facts;
    const parse = (raw) => pattern === undefined || pattern.test(raw) ? right(raw) : wrong(`it must be ${expects}`);
    return { ...rest, kind: 'text', expects, parse };
}
/** Never printed, not even when it is wrong. */
function input_kinds_secret(facts) {
    return { ...facts, kind: 'secret', expects: 'a secret', parse: (raw) => right(new secret/* Secret */.zh(raw)) };
}
function url(facts) {
    return { ...facts, kind: 'url', expects: 'an https:// address without user and password', parse: parseUrl };
}
function parseUrl(raw) {
    if (!URL.canParse(raw))
        return wrong('it must be a whole address such as https://host/path');
    const parsed = new URL(raw);
    if (parsed.protocol !== 'https:' && parsed.protocol !== 'http:')
        return wrong('it must begin with https://');
    if (parsed.username !== '' || parsed.password !== '') {
        return wrong('it must not hold a user or password: addresses are logged; give them in their own inputs');
    }
    return right(raw.replace(/\/+$/, ''));
}
function choice(choices, facts) {
    const parse = (raw) => choices.includes(raw) ? right(raw) : wrong(`it must be one of ${choices.join(', ')}`);
    return { ...facts, kind: 'choice', choices, expects: choices.join(', '), parse };
}
/** Only `true` and `false`, as in YAML 1.2: a typing error must not silently become false. */
function input_kinds_boolean(facts) {
    const parse = (raw) => /^(true|false)$/i.test(raw) ? right(raw.toLowerCase() === 'true') : wrong('it must be true or false');
    return { ...facts, kind: 'boolean', expects: 'true or false', parse };
}
function integer(facts) {
    const { min, max, ...rest } = facts;
    const expects = `a whole number from ${min} to ${max}`;
    const parse = (raw) => {
        const value = Number(raw);
        return /^-?\d+$/.test(raw) && value >= min && value <= max ? right(value) : wrong(`it must be ${expects}`);
    };
    return { ...rest, kind: 'integer', expects, parse };
}
/** Milliseconds. */
function duration(facts) {
    const parse = (raw) => {
        const ms = parseDuration(raw);
        return ms === undefined ? wrong('it must be a duration such as 90s, 5m or 1h') : right(ms);
    };
    return { ...facts, kind: 'duration', expects: 'a duration such as 90s or 5m', parse };
}
/** One item a line, or separated by commas; empty ones are left out. */
function list(facts) {
    const parse = (raw) => right(raw
        .split(/[\n,]/)
        .map((item) => item.trim())
        .filter((item) => item !== ''));
    return { ...facts, kind: 'list', expects: 'a list, one item a line', parse };
}
/** `NAME=value`, one a line. The values are secrets as long as nobody says otherwise. */
function pairs(facts) {
    return { ...facts, kind: 'pairs', expects: 'NAME=value, one a line', parse: parsePairs };
}
function parsePairs(raw) {
    const map = new Map();
    for (const [index, line] of raw.split('\n').entries()) {
        if (line.trim() === '')
            continue;
        const match = /^\s*([A-Za-z_][A-Za-z0-9_]*)=(.*)$/s.exec(line.replace(/\r$/, ''));
        if (match === null)
            return wrong(`line ${index + 1} must be NAME=value`);
        const name = match[1] ?? '';
        if (map.has(name))
            return wrong(`${name} is given twice`);
        map.set(name, new Secret(match[2] ?? ''));
    }
    return right(map);
}
//# sourceMappingURL=input-kinds.js.map
;// CONCATENATED MODULE: ./packages/kit/lib/inputs/shared-inputs.js

/** Fly's rule for app names: they become host names. */
const appName = {
    pattern: /^[a-z0-9][a-z0-9-]{0,62}$/,
    expects: 'a Fly app name: lower-case letters, digits and hyphens',
};
/** The inputs of every stage that runs flyctl; "flyctl-problems.ts" of packages/fly has the rules over both. */
const flyctlInputs = {
    'flyctl-version': input_kinds_text({
        help: 'Version of flyctl, with its flyctl-checksum. Without it: the one on PATH, else the pinned one.',
        pattern: /^\d+\.\d+\.\d+$/,
        expects: 'a version such as 0.4.87',
    }),
    'flyctl-checksum': input_kinds_text({
        help: 'sha256 of the archive of flyctl-version for this system, from the checksums.txt of its release; or "unverified" to run it without a check.',
        pattern: /^([0-9a-fA-F]{64}|unverified)$/,
        expects: '64 hexadecimal digits, or the word unverified',
    }),
};
/** Of a stage, in which all its retries and waits fit. */
function deadlineInput(defaultDeadline) {
    return duration({
        help: 'Budget of the whole step, in which all of its retries and waits fit; keep the timeout-minutes of the job longer.',
        default: defaultDeadline,
    });
}
/** What a deploy is called: the annotation names it, and the proof looks for it. */
const releaseInput = {
    release: input_kinds_text({
        help: 'Commit or version that was deployed: an annotation names it, and the scraped processes must have it: the label revision of a metric *_build_info; where a job has none, its processes must have started after since. Empty: not looked at.',
        pattern: /^[A-Za-z0-9._+/-]{1,128}$/,
        expects: 'a commit or a version: letters, digits and . _ + / -',
    }),
};
/** The files that name the two apps. */
const appConfig = input_kinds_text({ help: 'fly.toml of the app; its "app" is the app\'s name.', default: 'fly.toml' });
const monitoringConfig = input_kinds_text({
    help: 'fly.toml of the monitoring app; its "app" is the name unless monitoring-app says another.',
    default: 'fly.monitoring.toml',
});
/** The inputs that every stage has. */
const sharedInputs = {
    'dry-run': input_kinds_boolean({ help: 'Print what would be done and change nothing.', default: 'false' }),
    'fly-api-token': input_kinds_secret({
        help: 'Fly.io token that may deploy the app ("fly tokens create deploy"). May be empty where flyctl is logged in.',
        environment: 'FLY_API_TOKEN',
    }),
    'fly-monitoring-api-token': input_kinds_secret({
        help: 'Fly.io token of the monitoring app, when the other one may not deploy it.',
        environment: 'FLY_MONITORING_API_TOKEN',
    }),
    'monitored-app': input_kinds_text({ help: 'Fly app whose services are monitored. Empty: "app" of its fly.toml.', ...appName }),
    'monitoring-app': input_kinds_text({
        help: 'Fly app that runs Prometheus. Empty: "app" of its fly.toml, else <monitored-app>-monitoring.',
        ...appName,
    }),
    environment: input_kinds_text({
        help: 'Name that tells this deployment from others in labels, messages and reports. Beside production, its dashboards get a uid, a title and a folder of their own.',
        default: 'production',
        pattern: /^[A-Za-z0-9._-]{1,64}$/,
        expects: 'letters, digits, dots, hyphens',
    }),
};
//# sourceMappingURL=shared-inputs.js.map
;// CONCATENATED MODULE: ./packages/kit/lib/inputs/plain-http.js


/**
 * Names the host when a request to it crosses a network in readable form; undefined for https, for the machine itself
 * and for Fly's private network, which is encrypted. Expects what `URL` parses: it writes hosts in lower case and
 * addresses in one form (0x7f.1 and 2130706433 are 127.0.0.1).
 */
function readableHost(url) {
    if (!URL.canParse(url))
        return undefined;
    const { protocol, hostname } = new URL(url);
    const host = withoutLastDot(hostname);
    return protocol === 'https:' || isNearHost(host) ? undefined : host;
}
function isNearHost(host) {
    const isLoopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\]|\[::ffff:7f[0-9a-f]{2}:[0-9a-f]{1,4}\])$/.test(host);
    return isLoopback || /[^.]\.(internal|flycast)$/.test(host);
}
/** One sentence for each address that would carry its credential over plain http to a host that nobody allowed. */
function plainHttpProblems(addresses, allowedHosts = []) {
    return addresses.flatMap(({ input, url, credential }) => {
        const host = url === undefined ? undefined : readableHost(url);
        if (host === undefined || credential === undefined || allowedHosts.includes(host))
            return [];
        return [
            `Input "${input}" is "${url}"; it must begin with https://, as the secret of "${credential}" would be readable on the way to ${host}. ${wayOut(host, allowedHosts)}`,
        ];
    });
}
function wayOut(host, allowedHosts) {
    const near = nearestName(host, allowedHosts);
    if (near !== undefined)
        return `Input "allow-insecure-http" names ${near}; did you mean ${host}?`;
    return `Where that network is trusted, name the host in the input "allow-insecure-http": ${host}.`;
}
function unusedInsecureHosts(urls, allowedHosts) {
    const readable = urls.flatMap((url) => readableHost(url) ?? []);
    return allowedHosts
        .filter((host) => !readable.includes(host))
        .map((host) => ({ host, near: nearestName(host, readable) }));
}
/** Names of hosts alone, one a line, in the form that `URL` gives them. */
function hostNames(facts) {
    const lines = list(facts);
    return { ...lines, expects: 'host names such as grafana.lan, one a line', parse: (raw) => parseHosts(lines, raw) };
}
function parseHosts(lines, raw) {
    const items = lines.parse(raw);
    const hosts = (items.ok ? (items.value ?? []) : []).map((item) => ({ item, host: hostOf(item) }));
    const wrong = hosts.find(({ host }) => host === undefined);
    if (wrong !== undefined) {
        return {
            ok: false,
            problem: `"${wrong.item}" in it is not the name of a host alone: no scheme, port, path or pattern, as in grafana.lan`,
        };
    }
    return { ok: true, value: [...new Set(hosts.flatMap(({ host }) => host ?? []))] };
}
function hostOf(item) {
    const isAddress = /^[0-9a-f:.]*:[0-9a-f:.]*:[0-9a-f:.]*$/i.test(item);
    const address = `http://${isAddress ? `[${item}]` : item}`;
    const isNameAlone = isAddress || /^(\[[0-9a-f:.]+\]|[^\s/\\?#@:*[\]]+)$/i.test(item);
    return isNameAlone && URL.canParse(address) ? withoutLastDot(new URL(address).hostname) : undefined;
}
function withoutLastDot(host) {
    return host.replace(/\.$/, '');
}
//# sourceMappingURL=plain-http.js.map
;// CONCATENATED MODULE: ./packages/kit/lib/inputs/insecure-hosts.js


/** For the stages that send a secret to an address that somebody gave. */
const insecureHttpInput = {
    'allow-insecure-http': hostNames({
        help: 'Hosts that may get a secret over plain http, one a line, such as grafana.lan: everybody on the way can read it. Without it plain http is for the machine itself and for .internal and .flycast alone.',
    }),
};
/** The addresses among the parsed inputs of a spec. */
function addressesAmong(spec, values) {
    return Object.entries(spec)
        .filter(([, { kind }]) => kind === 'url')
        .map(([name]) => values[camelCase(name)])
        .filter((value) => typeof value === 'string');
}
/** An exception that nothing needs is a typing error, or can be taken away. */
function tellUnusedHosts(spec, values, log) {
    const allowed = (values['allowInsecureHttp'] ?? []);
    for (const unused of unusedInsecureHosts(addressesAmong(spec, values), allowed))
        log.info(unusedWords(unused));
}
function unusedWords({ host, near }) {
    const meant = near === undefined ? 'take it away if no address needs it' : `did you mean ${near}?`;
    return `Input "allow-insecure-http" names ${host}, and no address here begins with http://${host}; ${meant}`;
}
//# sourceMappingURL=insecure-hosts.js.map
;// CONCATENATED MODULE: ./packages/stages/lib/deploy-monitoring/inputs.js

const deployMonitoringInputs = {
    ...sharedInputs,
    ...flyctlInputs,
    deadline: deadlineInput('45m'),
    'app-config': appConfig,
    config: monitoringConfig,
    dockerfile: input_kinds_text({ help: 'Dockerfile of the monitoring app.', default: 'Dockerfile.monitoring' }),
    'prometheus-config': input_kinds_text({
        help: 'Prometheus configuration: the source of truth for what is scraped. The Dockerfile must copy it.',
        default: 'monitoring/prometheus-fly.yml',
    }),
    create: input_kinds_boolean({ help: 'Create the app when it does not exist.', default: 'false' }),
    org: input_kinds_text({ help: 'Fly organisation for an app that is created; "personal" is your own.' }),
    region: input_kinds_text({
        help: 'Fly region for what is created. Without it: primary_region of its fly.toml.',
        pattern: /^[a-z]{3}$/,
        expects: 'three letters, such as nrt',
    }),
    'remote-write-url': url({
        help: 'Address that Prometheus sends its samples to, such as https://prometheus-prod-01.grafana.net/api/prom/push.',
        environment: 'GRAFANA_PROMETHEUS_URL',
    }),
    'remote-write-user': input_kinds_text({
        help: 'User for it; in Grafana Cloud the number of the metrics instance.',
        environment: 'GRAFANA_PROMETHEUS_USER',
        pattern: /^[A-Za-z0-9._@+-]+$/,
        expects: 'letters, digits and . _ @ + -',
    }),
    'remote-write-password': input_kinds_secret({
        help: 'Password for it; in Grafana Cloud an access-policy token (glc_…) that may write metrics.',
        environment: 'GRAFANA_PROMETHEUS_API_KEY',
    }),
    ...insecureHttpInput,
    access: choice(['protected', 'private', 'open'], {
        help: 'protected: https://<monitoring-app>.fly.dev behind a password. private: no public address. open: public without a password. Without it: protected when a password is given, else private.',
    }),
    'prometheus-user': input_kinds_text({
        help: 'User for the protected address.',
        environment: 'PROMETHEUS_USER',
        default: 'admin',
        pattern: /^(?!self-scrape$)[A-Za-z0-9._@+-]+$/,
        expects: 'letters, digits and . _ @ + -, and not "self-scrape", which Prometheus itself uses',
    }),
    'prometheus-password': input_kinds_secret({
        help: 'Password for the protected address; Prometheus gets only its bcrypt hash.',
        environment: 'PROMETHEUS_PASSWORD',
    }),
    'metrics-token': input_kinds_secret({
        help: 'Token that Prometheus shows to the services; the same one as in deploy-app.',
        environment: 'METRICS_TOKEN',
    }),
    force: input_kinds_boolean({ help: 'Deploy even when nothing has changed.', default: 'false' }),
    'wait-timeout': duration({
        help: 'Budget for the machine to start and to pass its check. Without it: wait_timeout of the fly.toml, else 10m.',
    }),
    'ready-timeout': duration({
        help: 'Budget until Prometheus is ready; replaying a large write-ahead log takes minutes.',
        default: '5m',
    }),
};
//# sourceMappingURL=inputs.js.map
;// CONCATENATED MODULE: ./node_modules/smol-toml/dist/error.js
/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */
function getLineColFromPtr(string, ptr) {
    let lines = string.slice(0, ptr).split(/\r?\n/);
    return [lines.length, lines.pop().length + 1];
}
function makeCodeBlock(string, line, column) {
    let lines = string.split(/\r?\n/);
    let codeblock = '';
    let numberLen = (Math.log10(line + 1) | 0) + 1;
    for (let i = line - 1; i <= line + 1; i++) {
        let l = lines[i - 1];
        if (!l)
            continue;
        codeblock += i.toString().padEnd(numberLen, ' ');
        codeblock += ':  ';
        codeblock += l;
        codeblock += '\n';
        if (i === line) {
            codeblock += ' '.repeat(numberLen + column + 2);
            codeblock += '^\n';
        }
    }
    return codeblock;
}
class TomlError extends Error {
    line;
    column;
    codeblock;
    constructor(message, options) {
        const [line, column] = getLineColFromPtr(options.toml, options.ptr);
        const codeblock = makeCodeBlock(options.toml, line, column);
        super(`Invalid TOML document: ${message}\n\n${codeblock}`, options);
        this.line = line;
        this.column = column;
        this.codeblock = codeblock;
    }
    /** @internal */
    static x(message, ctx, ptr) {
        throw new TomlError(message, { toml: ctx.s, ptr: ptr ?? ctx.p });
    }
}

;// CONCATENATED MODULE: ./node_modules/smol-toml/dist/primitive.js
/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */

/** @internal */
function parseString(ctx) {
    let startPtr = ctx.p;
    let c = ctx.s.charCodeAt(ctx.p++);
    let first = c;
    let isLiteral = c === 0x27; /* ' */
    let isMultiline = c === ctx.s.charCodeAt(ctx.p) && c === ctx.s.charCodeAt(ctx.p + 1);
    if (isMultiline) {
        // Trim initial newline
        if ((c = ctx.s.charCodeAt(ctx.p += 2)) === 0xa /* \n */)
            ctx.p++;
        else if (c === 0xd /* \r */ && ctx.s.charCodeAt(ctx.p + 1) === 0xa /* \n */)
            ctx.p += 2;
    }
    // For the record: it is not worth it to use a fast-path for literal strings using `indexOf`.
    // Doing a char-by-char iteration ends up dispatching less instructions, for the same wall-clock runtime.
    let parsed = '';
    let sliceStart = ctx.p;
    // states:
    //   0 - decoding
    //   1 - decoding escape
    //   2 - whitespace escape (no newline encountered yet, must fail on non-whitespace)
    //   3 - whitespace escape (newline encountered, allowed to transition back to normal decode)
    let state = 0;
    for (; ctx.p < ctx.s.length; ctx.p++) {
        c = ctx.s.charCodeAt(ctx.p);
        // Deal with newlines first, since that simplifies control character checking and handling across all states
        if (isMultiline && (c === 0xa /* \n */ || (c === 0xd /* \r */ && ctx.s.charCodeAt(ctx.p + 1) === 0xa /* \n */))) {
            state = state && 3;
        }
        // Control characters are banned in TOML, so we throw an error if we encounter them
        else if ((c < 0x20 && c !== 0x9 /* \t */) || c === 0x7f) {
            TomlError.x('control characters are not allowed in strings', ctx);
        }
        // The string might terminate while we're parsing through a newline escape.
        // It must have encountered a newline; otherwise, it'll simply fail in another branch.
        else if ((!state || state === 3) && c === first && (!isMultiline || (ctx.s.charCodeAt(ctx.p + 1) === first && ctx.s.charCodeAt(ctx.p + 2) === first))) {
            if (isMultiline) {
                // If the string ends with 4-5 quotes, then the first 1-2 are part of the string
                if (ctx.s.charCodeAt(ctx.p + 3) === first)
                    ctx.p++;
                if (ctx.s.charCodeAt(ctx.p + 3) === first)
                    ctx.p++;
            }
            // If we're in a newline escape still, then there's nothing to add.
            if (!state) {
                // Avoid a useless concat operation if the string can be used as-is.
                let s = ctx.s.slice(sliceStart, ctx.p);
                parsed = parsed ? parsed + s : s;
            }
            ctx.p += isMultiline ? 3 : 1;
            return parsed;
        }
        // Baseline state; keep moving forward unless an escape sequence starts
        else if (!state) {
            if (!isLiteral && c === 0x5c /* \ */) {
                parsed += ctx.s.slice(sliceStart, (sliceStart = ctx.p));
                state = 1;
            }
        }
        else if (state === 1) {
            if (c === 0x78 /* x */ || c === 0x75 /* u */ || c === 0x55 /* U */) { // Unicode escape
                let errPtr = ctx.p++ - 1;
                let value = 0;
                let len = c === 0x78 /* x */ ? 2 : c === 0x75 /* u */ ? 4 : 8;
                for (let j = 0; j < len; j++, ctx.p++) {
                    let hex = ctx.s.charCodeAt(ctx.p);
                    let digit = 
                    /* 0-9 */ hex >= 0x30 && hex <= 0x39 ? hex - 0x30 :
                        /* A-F */ hex >= 0x41 && hex <= 0x46 ? hex - 0x41 + 10 :
                            /* a-f */ hex >= 0x61 && hex <= 0x66 ? hex - 0x61 + 10 : -1;
                    if (digit < 0)
                        TomlError.x('invalid non-hex character in unicode escape', ctx);
                    value = (value << 4) | digit;
                }
                // Because JS does bitwise on signed 32bit integers, all 0xfzzzzzzz values are actually seen as negative
                if (value < 0 || value > 0x10ffff || (value >= 0xd800 && value <= 0xdfff)) {
                    TomlError.x('invalid unicode escape', ctx, errPtr);
                }
                parsed += String.fromCodePoint(value);
                sliceStart = ctx.p--;
                state = 0;
            }
            // Newline escape sequence. We only need to care about spaces and tabs; newlines are dealt with earlier
            else if (isMultiline && (c === 0x20 || c === 0x9 /* \t */)) {
                state = 2;
            }
            // Basic escape sequence
            else {
                if (c === 0x62 /* b */)
                    parsed += '\b';
                else if (c === 0x74 /* t */)
                    parsed += '\t';
                else if (c === 0x6e /* n */)
                    parsed += '\n';
                else if (c === 0x66 /* f */)
                    parsed += '\f';
                else if (c === 0x72 /* r */)
                    parsed += '\r';
                else if (c === 0x65 /* e */)
                    parsed += '\x1b';
                else if (c === 0x22 /* " */)
                    parsed += '"';
                else if (c === 0x5c /* \ */)
                    parsed += '\\';
                else
                    TomlError.x('unrecognised escape sequence', ctx);
                sliceStart = ctx.p + 1;
                state = 0;
            }
        }
        // Newline escape continuation: keep moving forward until the first non-whitespace char
        else if (c !== 0x20 && c !== 0x9 /* \t */) {
            if (state === 2)
                TomlError.x('invalid escape: only line-ending whitespace may be escaped', ctx, sliceStart);
            // State cannot be zero, or we'd have branched earlier already.
            // If it's a backslash, immediately transition to the escape state so it can be processed.
            state = !isLiteral && c === 0x5c /* \ */ ? 1 : 0;
            sliceStart = ctx.p;
        }
    }
    TomlError.x('unfinished string', ctx, startPtr);
}

;// CONCATENATED MODULE: ./node_modules/smol-toml/dist/date.js
/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */
let DATE_TIME_RE = /^(\d{4}-\d{2}-\d{2})?[Tt ]?(?:(\d{2}):\d{2}(?::\d{2}(?:\.\d+)?)?)?(Z|z|[-+]\d{2}:\d{2})?$/i;
class TomlDate extends Date {
    #hasDate = false;
    #hasTime = false;
    #offset = null;
    constructor(date, fasttype, unsafeDelim) {
        let hasDate = true;
        let hasTime = true;
        let offset = 'Z';
        let c;
        if (typeof date === 'string') {
            if (fasttype)
                prep: {
                    // Date-time
                    if (fasttype < 3) {
                        if (+date.slice(11, 13) > 23) {
                            date = '';
                            break prep;
                        }
                        // Local
                        if (fasttype === 2) {
                            offset = null;
                            date += 'Z';
                        }
                        // Offset; keep track of offset if not Z
                        else if ((c = date.charCodeAt(date.length - 1)) !== 0x5a /* Z */ && c !== 0x7a /* z */) {
                            offset = date.slice(date.length - 6);
                        }
                        if (unsafeDelim)
                            date = date.slice(0, 10) + 'T' + date.slice(11);
                    }
                    // Time
                    else if (fasttype === 4) {
                        date = +date.slice(0, 2) > 23 ? '' : `0000-01-01T${date}Z`;
                    }
                    hasDate = fasttype !== 4;
                    hasTime = fasttype !== 3;
                }
            else {
                let match = date.match(DATE_TIME_RE);
                if (match) {
                    if (!match[1]) {
                        hasDate = false;
                        date = `0000-01-01T${date}`;
                    }
                    hasTime = !!match[2];
                    // Make sure to use T instead of a space. Breaks in case of extreme values otherwise.
                    hasTime && date[10] === ' ' && (date = date.replace(' ', 'T'));
                    // Do not allow rollover hours.
                    if (match[2] && +match[2] > 23) {
                        date = '';
                    }
                    else {
                        offset = match[3] || null;
                        if (!offset && hasTime)
                            date += 'Z';
                    }
                }
                else {
                    date = '';
                }
            }
        }
        super(date);
        if (!isNaN(this.getTime())) {
            this.#hasDate = hasDate;
            this.#hasTime = hasTime;
            this.#offset = offset;
        }
    }
    isDateTime() {
        return this.#hasDate && this.#hasTime;
    }
    isLocal() {
        return !this.#hasDate || !this.#hasTime || !this.#offset;
    }
    isDate() {
        return this.#hasDate && !this.#hasTime;
    }
    isTime() {
        return this.#hasTime && !this.#hasDate;
    }
    isValid() {
        return this.#hasDate || this.#hasTime;
    }
    toISOString() {
        let iso = super.toISOString();
        // Local Date
        if (this.isDate())
            return iso.slice(0, 10);
        // Local Time
        if (this.isTime())
            return iso.slice(11, 23);
        // Local DateTime
        if (this.#offset === null)
            return iso.slice(0, -1);
        // Offset DateTime
        if (this.#offset === 'Z' || this.#offset === 'z')
            return iso;
        // This part is quite annoying: JS strips the original timezone from the ISO string representation
        // Instead of using a "modified" date and "Z", we restore the representation "as authored"
        let offset = (+(this.#offset.slice(1, 3)) * 60) + +(this.#offset.slice(4, 6));
        offset = this.#offset[0] === '-' ? offset : -offset;
        let offsetDate = new Date(this.getTime() - (offset * 60e3));
        return offsetDate.toISOString().slice(0, -1) + this.#offset;
    }
    static wrapAsOffsetDateTime(jsDate, offset = 'Z') {
        let date = new TomlDate(jsDate);
        date.#offset = offset;
        return date;
    }
    static wrapAsLocalDateTime(jsDate) {
        let date = new TomlDate(jsDate);
        date.#offset = null;
        return date;
    }
    static wrapAsLocalDate(jsDate) {
        let date = new TomlDate(jsDate);
        date.#hasTime = false;
        date.#offset = null;
        return date;
    }
    static wrapAsLocalTime(jsDate) {
        let date = new TomlDate(jsDate);
        date.#hasDate = false;
        date.#offset = null;
        return date;
    }
}

;// CONCATENATED MODULE: ./node_modules/smol-toml/dist/extract.js
/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */




function isDigit(char, base = 10) {
    return base === 16
        ? (char > 0x2f && char < 0x3a) || (char > 0x40 && char < 0x47) || (char > 0x60 && char < 0x67)
        : (char > 0x2f && char < 0x30 + base);
}
function isEndOfValue(char, delim) {
    // Whitespace -- we're permissive on `\r` for performance; it'll be dealt with later anyway
    return char === 0x20 || char === 0x9 /* \t */ || char === 0xa /* \n */ || char === 0xd /* \r */ ||
        // Structure end or next value delimiter
        (delim && (char === delim || char === 0x2c /* , */)) ||
        // Comment
        char === 0x23; /* # */
}
/** @internal */
function extractValue(ctx, end) {
    let errPtr = ctx.p;
    let c = ctx.s.charCodeAt(ctx.p);
    // Structs
    if (c === 0x5b /* [ */ || c === 0x7b /* { */) {
        ctx.d-- || TomlError.x('document contains excessively nested structures. aborting.', ctx);
        let value = c === 0x5b /* [ */
            ? parseArray(ctx)
            : parseInlineTable(ctx);
        ctx.d++;
        return value;
    }
    // Strings
    if (c === 0x22 /* " */ || c === 0x27 /* ' */) {
        return parseString(ctx);
    }
    // Booleans
    // We can fast-path because the first character is enough to know the only possible value
    if (c === 0x74 /* t */) { // Only possible valid value is `true`
        if (ctx.s.charCodeAt(++ctx.p) !== 0x72 || ctx.s.charCodeAt(++ctx.p) !== 0x75 || ctx.s.charCodeAt(++ctx.p) !== 0x65)
            TomlError.x('invalid value', ctx, errPtr);
        return ctx.p++, true;
    }
    if (c === 0x66 /* f */) { // Only possible valid value is `false`
        if (ctx.s.charCodeAt(++ctx.p) !== 0x61 || ctx.s.charCodeAt(++ctx.p) !== 0x6c || ctx.s.charCodeAt(++ctx.p) !== 0x73 || ctx.s.charCodeAt(++ctx.p) !== 0x65)
            TomlError.x('invalid value', ctx, errPtr);
        return ctx.p++, false;
    }
    if (c === 0x2b /* + */ || c === 0x2d /* - */) {
        return parseNumber(ctx, ctx.p, ctx.s.charCodeAt(++ctx.p), 0x2c - c, end);
    }
    // Rough heuristic, but `parseDate` falls back to number parsing if it's a false positive.
    // e.g.: `a = 1\n-------------- = 1` would match this heuristic, but gracefully fallback to numbers.
    if (ctx.s.charCodeAt(ctx.p + 4) === 0x2d /* - */ && ctx.s.charCodeAt(ctx.p + 7) === 0x2d /* - */) {
        return parseDate(ctx, c, end);
    }
    // Same logic as above; `parseTime` falls back to number parsing if it's a false positive.
    if (ctx.s.charCodeAt(ctx.p + 2) === 0x3a /* : */) {
        return parseTime(ctx, c, end);
    }
    return parseNumber(ctx, ctx.p, c, 0, end);
}
// State:
// 0: init
// 1: integer
// 2: fractional dot
// 3: fractional
// 4: exponent letter
// 5: exponent
// 6: exponent sign
// 7: exponent with sign
// >9: underscore; see below
//     -> 12: was integer
//     -> 14: was fractional
//     -> 16: was exponent
// states 2-5, 14, 16 are ONLY permitted iif base === 10
function parseNumber(ctx, startPtr, startChr, sign, endChr) {
    let c = startChr;
    let state = 0;
    let hasUnderscores = false;
    // (+/-)inf
    if (c === 0x69 /* i */) {
        if (ctx.s.charCodeAt(++ctx.p) !== 0x6e || ctx.s.charCodeAt(++ctx.p) !== 0x66)
            TomlError.x('invalid value', ctx, startPtr);
        return ctx.p++, (sign || 1) / 0;
    }
    // (+/-)nan
    if (c === 0x6e /* n */) {
        if (ctx.s.charCodeAt(++ctx.p) !== 0x61 || ctx.s.charCodeAt(++ctx.p) !== 0x6e)
            TomlError.x('invalid value', ctx, startPtr);
        return ctx.p++, NaN;
    }
    // Leading zero
    // Only allowed cases: `0<EOV>`, `0.(...)`, `0e(...)`, `0x(...)`, `0b(...)`, `0o(...)`
    // FWIW, `0e(...)` is a stupid case, but it's not banned per-se so we have to parse it
    if (c === 0x30 /* 0 */) {
        if (++ctx.p >= ctx.s.length || isEndOfValue(c = ctx.s.charCodeAt(ctx.p), endChr))
            return ctx.bi === true ? 0n : 0; // note: conveniently deals with `-0`
        if (!sign) {
            if (c === 0x78 /* x */)
                return parseIntegerBaseN(ctx, startPtr, 16, endChr);
            else if (c === 0x62 /* b */)
                return parseIntegerBaseN(ctx, startPtr, 2, endChr);
            else if (c === 0x6f /* o */)
                return parseIntegerBaseN(ctx, startPtr, 8, endChr);
        }
        if (c === 0x2e /* . */)
            state = 2;
        else if (c === 0x65 /* e */ || c === 0x45 /* E */)
            state = 4;
        else
            TomlError.x('illegal leading zero', ctx, startPtr);
    }
    // If the 1st char is not a digit by now, then it's not a valid TOML value at all
    else if (!isDigit(c))
        TomlError.x('invalid value', ctx, startPtr);
    while (++ctx.p < ctx.s.length && (c = ctx.s.charCodeAt(ctx.p), !isEndOfValue(c, endChr))) {
        if (!state)
            state = 1; // Detects single-digit numbers we can use a fast parse path for
        // The way the states are numbered is not random: underscores are always permitted in odd-numbered states and
        // never permitted in even-numbered ones.
        if (c === 0x5f /* _ */) {
            if (!(state & 1))
                TomlError.x('illegal underscore', ctx);
            state += 11; // 11 is a marker that makes the state even and greater than 9; see the numbering + rationale above
            hasUnderscores = true;
        }
        // Transition to fractional part.
        else if (state === 1 && c === 0x2e /* . */)
            state = 2;
        // Transition to exponent part.
        else if ((state === 1 || state === 3) && (c === 0x65 /* e */ || c === 0x45 /* E */))
            state = 4;
        // + and - are permitted in state 4 only (handled before entering the function for state 0)
        else if (state === 4 && (c === 0x2b /* + */ || c === 0x2d /* - */)) {
            state = 6;
        }
        // All special cases have been handled; only digits are allowed here
        else if (!isDigit(c))
            TomlError.x(`illegal character in numeric literal`, ctx);
        // Clear state flags
        else if (state > 9)
            state -= 11;
        else if (!(state & 1))
            state++;
    }
    // Single-char number; we can fast-path these very easily.
    if (!state) {
        let val = (startChr - 0x30 /* 0 */) * (sign || 1);
        return ctx.bi === true ? BigInt(val) : val;
    }
    // Even-numbered states absolutely require a digit next; not even end of value is permitted
    if (!(state & 1))
        TomlError.x('unfinished numeric value', ctx, startPtr);
    let str = ctx.s.slice(startPtr, ctx.p);
    if (hasUnderscores)
        str = str.replaceAll('_', ''); // perf: replaceAll 1.25x faster than replace with a regex
    return state > 1
        ? parseFloat(str)
        : parseInteger(ctx, str, 10, startPtr);
}
function parseIntegerBaseN(ctx, startPtr, base, endChr) {
    let c, underscore = 1;
    while (++ctx.p < ctx.s.length && (c = ctx.s.charCodeAt(ctx.p), !isEndOfValue(c, endChr))) {
        if (c === 0x5f /* _ */) {
            if (underscore & 1)
                TomlError.x('illegal underscore', ctx);
            underscore = 3;
        }
        // We only need to check if the number is a valid digit, nothing else is permitted
        else if (!isDigit(c, base))
            TomlError.x(`illegal character in numeric literal`, ctx);
        // Clear underscore flag
        else if (underscore & 1)
            underscore--;
    }
    // Trailing underscore is not allowed
    if (underscore & 1)
        TomlError.x('unfinished numeric value', ctx);
    let str = ctx.s.slice(startPtr + 2, ctx.p);
    if (underscore)
        str = str.replaceAll('_', ''); // perf: replaceAll 1.25x faster than replace with a regex
    return parseInteger(ctx, str, base, startPtr);
}
function parseInteger(ctx, str, base, startPtr) {
    if (ctx.bi !== true)
        int: {
            let val = parseInt(str, base);
            if (!Number.isSafeInteger(val)) {
                if (ctx.bi)
                    break int;
                TomlError.x('integer value cannot be represented losslessly', ctx, startPtr);
            }
            return val;
        }
    return base === 10 ? BigInt(str) : BigInt((base === 2 ? '0b' : base === 8 ? '0o' : '0x') + str);
}
function parseDate(ctx, c, endChr) {
    let startPtr = ctx.p++, unsafeSeparator;
    if (!isDigit(c) ||
        !isDigit(ctx.s.charCodeAt(ctx.p++)) ||
        !isDigit(ctx.s.charCodeAt(ctx.p++)) ||
        !isDigit(ctx.s.charCodeAt(ctx.p++))) {
        return parseNumber(ctx, ctx.p = startPtr, c, 0, endChr);
    }
    ctx.p += 5;
    if (!isDigit(ctx.s.charCodeAt(ctx.p++)))
        TomlError.x('invalid date-time: date part is malformed', ctx, startPtr);
    if (ctx.p >= ctx.s.length || (((c = ctx.s.charCodeAt(ctx.p)) !== 0x20 || (unsafeSeparator = true, !isDigit(ctx.s.charCodeAt(ctx.p + 1)))) && c !== 0x54 /* T */ && c !== 0x74 /* t */)) {
        let t = ctx.s.slice(startPtr, ctx.p);
        return readDate(ctx, t, 3, false, startPtr);
    }
    if (ctx.s.charCodeAt(ctx.p += 3) !== 0x3a /* : */)
        TomlError.x('invalid date-time: time part is malformed', ctx, startPtr);
    if (ctx.s.charCodeAt(ctx.p += 3) === 0x3a /* : */)
        ctx.p += 3;
    if (ctx.s.charCodeAt(ctx.p) === 0x2e /* . */)
        while (isDigit(ctx.s.charCodeAt(++ctx.p)))
            ;
    if (c = ctx.s.charCodeAt(ctx.p)) {
        if (c === 0x5a /* Z */ || c === 0x7a /* z */) {
            let t = ctx.s.slice(startPtr, ++ctx.p);
            return readDate(ctx, t, 1, unsafeSeparator, startPtr, '[+00:00]');
        }
        if (c === 0x2b /* + */ || c === 0x2d /* - */) {
            // Temporal's ZonedDateTime is weird asf when it comes to dealing with traditional offsets...
            // It's 1.2x faster to allocate a new string to pass to ZDT than use Instant.toZonedDateTimeISO
            let t = ctx.s.slice(startPtr, ctx.p += 6);
            return readDate(ctx, t, 1, unsafeSeparator, startPtr, !ctx.ld && ('[' + ctx.s.slice(ctx.p - 6, ctx.p) + ']'));
        }
    }
    let t = ctx.s.slice(startPtr, ctx.p);
    return readDate(ctx, t, 2, unsafeSeparator, startPtr);
}
function parseTime(ctx, c, endChr) {
    let start = ctx.p;
    if (!isDigit(c) || !isDigit(ctx.s.charCodeAt(++ctx.p))) {
        return parseNumber(ctx, --ctx.p, c, 0, endChr);
    }
    if (ctx.s.charCodeAt(ctx.p += 4) === 0x3a /* : */)
        ctx.p += 3;
    if (ctx.s.charCodeAt(ctx.p) === 0x2e /* . */)
        while (isDigit(ctx.s.charCodeAt(++ctx.p)))
            ;
    let t = ctx.s.slice(start, ctx.p);
    return readDate(ctx, t, 4, false, start);
}
function readDate(ctx, str, type, unsafeDelim, errPtr, temporalSuffix) {
    if (ctx.ld) {
        let date = new TomlDate(str, type, unsafeDelim);
        if (!date.isValid())
            TomlError.x('invalid date', ctx, errPtr);
        return date;
    }
    try {
        if (temporalSuffix)
            str += temporalSuffix;
        switch (type) {
            case 1: return Temporal.ZonedDateTime.from(str);
            case 2: return Temporal.PlainDateTime.from(str);
            case 3: return Temporal.PlainDate.from(str);
            case 4: return Temporal.PlainTime.from(str);
        }
    }
    catch (e) {
        TomlError.x(e instanceof Error ? e.message : '' + e, ctx, errPtr);
    }
}

;// CONCATENATED MODULE: ./node_modules/smol-toml/dist/util.js
/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */

/** @internal */
function skipComment(ctx) {
    for (; ctx.p < ctx.s.length; ctx.p++) {
        let c = ctx.s.charCodeAt(ctx.p);
        if (c === 0xa /* \n */)
            break;
        if (c === 0xd /* \r */ && ctx.s.charCodeAt(ctx.p + 1) === 0xa /* \n */) {
            ctx.p++;
            break;
        }
        if ((c < 0x20 && c !== 0x9 /* \t */) || c === 0x7f) {
            TomlError.x('control characters are not allowed in comments', ctx);
        }
    }
}
/** @internal */
function skipVoid(ctx, banNewLines, banComments) {
    let c;
    while (ctx.p < ctx.s.length) {
        while (ctx.p < ctx.s.length && ((c = ctx.s.charCodeAt(ctx.p)) === 0x20 ||
            c === 0x9 /* \t */ ||
            (!banNewLines &&
                (c === 0xa /* \n */ || (c === 0xd /* \r */ && ctx.s.charCodeAt(ctx.p + 1) === 0xa /* \n */)))))
            ctx.p++;
        if (banComments || c !== 0x23 /* # */)
            break;
        skipComment(ctx);
    }
}

;// CONCATENATED MODULE: ./node_modules/smol-toml/dist/struct.js
/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */




/** @internal */
function parseKey(ctx, end = 0x3d /* = */) {
    // States:
    // 0: before first char
    // 1: parsing bare key
    // 2: after key component
    let startPtr;
    let state = 0;
    let parsed = [];
    let sliceStart;
    let c = ctx.s.charCodeAt(startPtr = ctx.p);
    do {
        // End of key
        if (c === end) {
            if (!state)
                TomlError.x('unexpected end of key', ctx);
            if (state === 1)
                parsed.push(ctx.s.slice(sliceStart, ctx.p));
            return ctx.p++, parsed;
        }
        // Dotted key separator
        else if (c === 0x2e /* . */) {
            if (!state)
                TomlError.x('illegal empty bare key', ctx);
            if (state === 1)
                parsed.push(ctx.s.slice(sliceStart, ctx.p));
            state = 0;
        }
        // Quoted key
        else if (!state && (c === 0x22 /* " */ || c === 0x27 /* ' */)) {
            if (c === ctx.s.charCodeAt(ctx.p + 1) && c === ctx.s.charCodeAt(ctx.p + 2))
                TomlError.x('illegal quoted key: multiline strings are not allowed', ctx);
            parsed.push(parseString(ctx));
            state = 2;
            ctx.p--;
        }
        // Whitespace; no-op in state 0 and 2, end of bare key in state 1
        else if (c === 0x20 || c === 0x9 /* \t */) {
            if (state === 1) {
                parsed.push(ctx.s.slice(sliceStart, ctx.p));
                state = 2;
            }
        }
        // If state is post-key, no character is allowed; otherwise ensure it's a bare-key component
        else if (state === 2 || (c < 0x30 && c !== 0x2d /* - */) || (c > 0x39 && c < 0x41) || (c > 0x5a && c < 0x61 && c !== 0x5f /* _ */) || c > 0x7a) {
            TomlError.x('illegal character in key', ctx);
        }
        // Illegal character
        else if (!state) {
            state = 1;
            sliceStart = ctx.p;
        }
    } while (c = ctx.s.charCodeAt(++ctx.p));
    TomlError.x('incomplete key-value: cannot find end of key', ctx, startPtr);
}
/** @internal */
function parseInlineTable(ctx) {
    let startPtr = ctx.p++;
    let res = Object.create(null);
    let seen = new Set();
    let c;
    while (ctx.p < ctx.s.length) {
        skipVoid(ctx);
        if ((c = ctx.s.charCodeAt(ctx.p)) === 0x7d /* } */) {
            ctx.p++;
            return res;
        }
        let k;
        let t = res;
        let hasOwn = false;
        let errPtr = ctx.p;
        let key = parseKey(ctx);
        for (let i = 0; i < key.length; i++) {
            if (i)
                t = hasOwn ? t[k] : (t[k] = Object.create(null));
            k = key[i];
            if ((hasOwn = Object.hasOwn(t, k)) && (typeof t[k] !== 'object' || seen.has(t[k]))) {
                TomlError.x('trying to redefine an already defined value', ctx, errPtr);
            }
            let unsafe = k === '__proto__';
            if (ctx.uk && (unsafe || k === 'constructor')) {
                t = ctx.uk !== 1 && TomlError.x('document contains an unsafe property', ctx, errPtr);
                break;
            }
            if (!hasOwn && unsafe) {
                Object.defineProperty(t, k, { enumerable: true, configurable: true, writable: true });
            }
        }
        if (hasOwn) {
            TomlError.x('trying to redefine an already defined value', ctx, errPtr);
        }
        skipVoid(ctx, true, true);
        let value = extractValue(ctx, 0x7d /* } */);
        if (t && typeof (t[k] = value) === 'object')
            seen.add(value);
        skipVoid(ctx);
        if ((c = ctx.s.charCodeAt(ctx.p++)) === 0x7d /* } */) {
            return res;
        }
        if (c !== 0x2c /* , */)
            TomlError.x('expected comma or end of structure', ctx, ctx.p - 1);
    }
    TomlError.x('unfinished table', ctx, startPtr);
}
/** @internal */
function parseArray(ctx) {
    let startPtr = ctx.p++;
    let res = [];
    let c;
    while (ctx.p < ctx.s.length) {
        skipVoid(ctx);
        if ((c = ctx.s.charCodeAt(ctx.p)) === 0x5d /* ] */) {
            ctx.p++;
            return res;
        }
        res.push(extractValue(ctx, 0x5d /* ] */));
        skipVoid(ctx);
        if ((c = ctx.s.charCodeAt(ctx.p++)) === 0x5d /* ] */) {
            return res;
        }
        if (c !== 0x2c /* , */)
            TomlError.x('expected comma or end of structure', ctx, ctx.p - 1);
    }
    TomlError.x('unfinished array', ctx, startPtr);
}

;// CONCATENATED MODULE: ./node_modules/smol-toml/dist/parse.js
/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */




function peekTable(ctx, key, table, meta, type) {
    let t = table;
    let m = meta;
    let k;
    let hasOwn = false;
    let state;
    for (let i = 0; i < key.length; i++) {
        if (i) {
            t = hasOwn ? t[k] : (t[k] = Object.create(null));
            m = (state = m[k]).c;
            if (type === 0 /* Type.DOTTED */ && (state.t === 1 /* Type.EXPLICIT */ || state.t === 2 /* Type.ARRAY */)) {
                return null;
            }
            if (state.t === 2 /* Type.ARRAY */) {
                let l = t.length - 1;
                t = t[l];
                m = m[l].c;
            }
        }
        k = key[i];
        if ((hasOwn = Object.hasOwn(t, k)) && m[k]?.t === 0 /* Type.DOTTED */ && m[k]?.d) {
            return null;
        }
        if (!hasOwn) {
            let unsafe = k === '__proto__';
            if (ctx.uk && (unsafe || k === 'constructor'))
                return false;
            if (unsafe) {
                Object.defineProperty(t, k, { enumerable: true, configurable: true, writable: true });
                Object.defineProperty(m, k, { enumerable: true, configurable: true, writable: true });
            }
            m[k] = {
                t: i < key.length - 1 && type === 2 /* Type.ARRAY */
                    ? 3 /* Type.ARRAY_DOTTED */ : type,
                d: false,
                i: 0,
                c: Object.create(null),
            };
        }
    }
    state = m[k];
    if (state.t !== type && !(type === 1 /* Type.EXPLICIT */ && state.t === 3 /* Type.ARRAY_DOTTED */)) {
        // Bad key type!
        return null;
    }
    if (type === 2 /* Type.ARRAY */) {
        if (!state.d) {
            state.d = true;
            t[k] = [];
        }
        t[k].push(t = Object.create(null));
        state.c[state.i++] = (state = { t: 1 /* Type.EXPLICIT */, d: false, i: 0, c: Object.create(null) });
    }
    if (state.d) {
        // Redefining a table!
        return null;
    }
    state.d = true;
    if (type === 1 /* Type.EXPLICIT */) {
        t = hasOwn ? t[k] : (t[k] = Object.create(null));
    }
    else if (type === 0 /* Type.DOTTED */ && hasOwn) {
        return null;
    }
    return [k, t, state.c];
}
function validateTablePeek(ctx, peek, ptr) {
    if (peek === null || ctx.uk === 2)
        TomlError.x(peek === null
            ? 'trying to redefine an already defined table or value'
            : 'document contains an unsafe property', ctx, ptr);
}
function parse(toml, options = {}) {
    let ctx = {
        s: toml,
        p: 0,
        d: options.maxDepth ?? 1000,
        bi: options.integersAsBigInt ?? false,
        ld: options.useLegacyDate ?? true,
        uk: options.unsafeKeyBehaviour === 'throw' ? 2 : options.unsafeKeyBehaviour === 'drop' ? 1 : 0,
    };
    let res = Object.create(null);
    let meta = Object.create(null);
    let tmp;
    let skipping = false;
    let tbl = res;
    let m = meta;
    // BOM is allowed, skip.
    // JS is UTF-16, so we have to check for the UTF-16 BOM instead of the UTF-8 BOM sequence!
    if (toml.charCodeAt(0) === 0xfeff)
        ctx.p++;
    skipVoid(ctx);
    while (ctx.p < toml.length) {
        if (toml.charCodeAt(ctx.p) === 0x5b /* [ */) {
            let isTableArray = toml.charCodeAt(++ctx.p) === 0x5b; /* [ */
            tmp = ctx.p += +isTableArray;
            skipping = false;
            let k = parseKey(ctx, 0x5d /* ] */);
            if (isTableArray) {
                if (toml.charCodeAt(ctx.p) !== 0x5d /* ] */) {
                    TomlError.x('expected end of table array declaration', ctx);
                }
                ctx.p++;
            }
            let p = peekTable(ctx, k, res, meta, isTableArray ? 2 /* Type.ARRAY */ : 1 /* Type.EXPLICIT */);
            if (!p) {
                validateTablePeek(ctx, p, tmp);
                skipping = true;
            }
            else {
                m = p[2];
                tbl = p[1];
            }
        }
        else {
            tmp = ctx.p;
            let k = parseKey(ctx);
            let p = peekTable(ctx, k, tbl, m, 0 /* Type.DOTTED */);
            if (!p && !skipping)
                validateTablePeek(ctx, p, tmp);
            skipVoid(ctx, true, true);
            let v = extractValue(ctx, void 0);
            if (p && !skipping)
                p[1][p[0]] = v;
        }
        skipVoid(ctx, true);
        if (ctx.p < toml.length && (tmp = toml.charCodeAt(ctx.p)) !== 0xa /* \n */ && (tmp !== 0xd /* \r */ || toml.charCodeAt(ctx.p + 1) !== 0xa /* \n */)) {
            TomlError.x('each key-value declaration must be followed by an end-of-line', ctx);
        }
        skipVoid(ctx);
    }
    return res;
}

;// CONCATENATED MODULE: ./node_modules/smol-toml/dist/stringify.js
/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */
let BARE_KEY = /^[a-z0-9-_]+$/i;
let HAS_WELLFORMED = !!(''.isWellFormed);
function extendedTypeOf(obj) {
    let type = typeof obj;
    if (type === 'object') {
        if (Array.isArray(obj))
            return 'array';
        if (typeof obj.getUTCDate === 'function' && obj instanceof Date)
            return 'date';
        if (globalThis.Temporal) {
            if (obj.until) {
                if (obj instanceof Temporal.ZonedDateTime)
                    return 'temporal/tz+uc';
                if (obj instanceof Temporal.PlainDateTime || obj instanceof Temporal.PlainDate)
                    return 'temporal/uc';
                if (obj instanceof Temporal.PlainTime || obj instanceof Temporal.Instant)
                    return 'temporal';
                if (obj instanceof Temporal.PlainYearMonth)
                    return 'temporal/x';
            }
            else if ((obj.toPlainDate && obj instanceof Temporal.PlainMonthDay) ||
                (obj.negated && obj instanceof Temporal.Duration)) {
                return 'temporal/x';
            }
        }
    }
    return type;
}
function isArrayOfTables(obj) {
    for (let i = 0; i < obj.length; i++) {
        if (extendedTypeOf(obj[i]) !== 'object')
            return false;
    }
    return obj.length != 0;
}
function formatWellFormedStringUnchecked(s) {
    return JSON.stringify(s).replaceAll('\x7f', '\\u007f');
}
function formatString(s) {
    return formatWellFormedStringUnchecked(HAS_WELLFORMED ? s.toWellFormed() : s);
}
function formatKey(s) {
    if (BARE_KEY.test(s))
        return s;
    if (HAS_WELLFORMED && !s.isWellFormed())
        throw new RangeError('key contains illegal lone surrogates');
    return formatWellFormedStringUnchecked(s);
}
function stringifyValue(val, type, depth, numberAsFloat, strictTemporal) {
    if (depth === 0) {
        throw new Error('Could not stringify the object: maximum object depth exceeded');
    }
    switch (type) {
        // @ts-expect-error -- intentional fallthrough case
        case 'number':
            if (isNaN(val))
                return 'nan';
            if (val === Infinity)
                return 'inf';
            if (val === -Infinity)
                return '-inf';
            if (Number.isInteger(val) && (numberAsFloat || !Number.isSafeInteger(val)))
                return val.toFixed(1);
        case 'bigint':
        case 'boolean':
        case 'temporal':
            return val.toString();
        case 'string':
            return formatString(val);
        case 'date':
            if (isNaN(val.getTime()))
                throw new TypeError('cannot serialize invalid date');
            return val.toISOString();
        case 'object':
            return stringifyInlineTable(val, depth, numberAsFloat, strictTemporal);
        case 'array':
            return stringifyArray(val, depth, numberAsFloat, strictTemporal);
        // @ts-expect-error -- intentional fallthrough case
        case 'temporal/tz+uc':
            if (strictTemporal) {
                let tz = val.timeZoneId;
                let tzc = tz.charCodeAt(0);
                if (
                // Classic offset
                tzc !== 0x2b /* + */ && tzc !== 0x2d /* - */ &&
                    (
                    // Fast pre-check pass; see below for the actually accepted values
                    (tzc !== 0x55 /* U */ && tzc !== 0x47 /* G */ && tzc !== 0x5a /* Z */ && tzc !== 0x45 /* E */) ||
                        (
                        // UTC and its aliases; Temporal implementations don't all canonicalise unfortunately
                        tz !== 'UTC' && tz !== 'UCT' && tz !== 'Universal' && tz !== 'Zulu' &&
                            // GMT is a TZ but it's for all intents and purposes equivalent to UTC. Safe to downgrade.
                            !tz.startsWith('GMT') && tz !== 'Greenwich' &&
                            // Etc/* are all safe to downgrade to offset (either UTC, GMT, or offset)
                            !tz.startsWith('Etc/')))) {
                    throw new TypeError('Temporal objects with an IANA timezone are not allowed in Temporal strict mode');
                }
            }
        case 'temporal/uc':
            if (strictTemporal && val.calendarId !== 'iso8601')
                throw new TypeError('Temporal objects with a non-default calendar are not allowed in Temporal strict mode');
            return val.toString({
                calendarName: 'never',
                timeZoneName: 'never',
            });
        case 'temporal/x':
            throw new TypeError('Unsupported ' + val[Symbol.toStringTag]);
    }
}
function stringifyInlineTable(obj, depth, numberAsFloat, strictTemporal) {
    let keys = Object.keys(obj);
    if (keys.length === 0)
        return '{}';
    let res = '{ ';
    for (let i = 0; i < keys.length; i++) {
        let k = keys[i];
        if (i)
            res += ', ';
        res += formatKey(k) + ' = ' + stringifyValue(obj[k], extendedTypeOf(obj[k]), depth - 1, numberAsFloat, strictTemporal);
    }
    return res + ' }';
}
function stringifyArray(array, depth, numberAsFloat, strictTemporal) {
    if (array.length === 0)
        return '[]';
    let res = '[ ';
    for (let i = 0; i < array.length; i++) {
        if (i)
            res += ', ';
        if (array[i] === null || array[i] === void 0) {
            throw new TypeError('arrays cannot contain null or undefined values');
        }
        res += stringifyValue(array[i], extendedTypeOf(array[i]), depth - 1, numberAsFloat, strictTemporal);
    }
    return res + ' ]';
}
function stringifyArrayTable(array, key, depth, numberAsFloat, strictTemporal) {
    if (depth === 0) {
        throw new Error('Could not stringify the object: maximum object depth exceeded');
    }
    let res = '';
    for (let i = 0; i < array.length; i++) {
        res += `${res && '\n'}[[${key}]]\n`;
        res += stringifyTable(0, array[i], key, depth, numberAsFloat, strictTemporal);
    }
    return res;
}
function stringifyTable(tableKey, obj, prefix, depth, numberAsFloat, strictTemporal) {
    if (depth === 0) {
        throw new Error('Could not stringify the object: maximum object depth exceeded');
    }
    let preamble = '';
    let tables = '';
    let keys = Object.keys(obj);
    for (let i = 0; i < keys.length; i++) {
        let k = keys[i];
        if (obj[k] !== null && obj[k] !== void 0) {
            let type = extendedTypeOf(obj[k]);
            if (type === 'symbol' || type === 'function') {
                throw new TypeError(`cannot serialize values of type '${type}'`);
            }
            let key = formatKey(k);
            if (type === 'array' && isArrayOfTables(obj[k])) {
                tables += (tables && '\n') + stringifyArrayTable(obj[k], prefix ? `${prefix}.${key}` : key, depth - 1, numberAsFloat, strictTemporal);
            }
            else if (type === 'object') {
                let tblKey = prefix ? `${prefix}.${key}` : key;
                tables += (tables && '\n') + stringifyTable(tblKey, obj[k], tblKey, depth - 1, numberAsFloat, strictTemporal);
            }
            else {
                preamble += key;
                preamble += ' = ';
                preamble += stringifyValue(obj[k], type, depth, numberAsFloat, strictTemporal);
                preamble += '\n';
            }
        }
    }
    if (tableKey && (preamble || !tables)) // Create table only if necessary
        preamble = preamble ? `[${tableKey}]\n${preamble}` : `[${tableKey}]`;
    return preamble && tables
        ? `${preamble}\n${tables}`
        : preamble || tables;
}
function stringify(obj, { maxDepth = 1000, numbersAsFloat = false, strictTemporal = false } = {}) {
    if (extendedTypeOf(obj) !== 'object') {
        throw new TypeError('stringify can only be called with an object');
    }
    let str = stringifyTable(0, obj, '', maxDepth, numbersAsFloat, strictTemporal);
    if (str[str.length - 1] !== '\n')
        return str + '\n';
    return str;
}

;// CONCATENATED MODULE: ./node_modules/smol-toml/dist/index.js
/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */





/** @deprecated use `import * as ... from 'smol-toml'` instead */
/* harmony default export */ const dist = ({ parse: parse, stringify: stringify, TomlDate: TomlDate, TomlError: TomlError });

;// CONCATENATED MODULE: ./packages/fly/lib/config/old-forms.js
/**
 * The forms of older fly.toml files in today's: flyctl reads both alike (internal/appconfig/patches.go). What is of no
 * known form is left as it is, for whoever reads it to refuse.
 */
function inTodaysForm(root) {
    const { mount, mounts, ...rest } = root;
    const allMounts = [mount, mounts].flatMap((each) => (each === undefined ? [] : [each].flat()));
    return {
        ...rest,
        ...(root['env'] === undefined ? {} : { env: mergedTables(root['env']) }),
        ...(root['processes'] === undefined ? {} : { processes: namedCommands(root['processes']) }),
        ...(allMounts.length === 0 ? {} : { mounts: allMounts }),
    };
}
/** `[[env]]`: several tables, of which the later ones win. */
function mergedTables(env) {
    return Array.isArray(env) && env.every(isTable) ? Object.assign({}, ...env) : env;
}
/** `[[processes]]`: tables with `name` and `command`; those without a name count for nothing. */
function namedCommands(processes) {
    if (!Array.isArray(processes) || !processes.every(isTable))
        return processes;
    const named = processes.filter((each) => each['name'] !== undefined);
    return Object.fromEntries(named.map((each) => [String(each['name']), String(each['command'] ?? '')]));
}
function isTable(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
//# sourceMappingURL=old-forms.js.map
;// CONCATENATED MODULE: ./packages/fly/lib/config/process-groups.js

/** What belongs to no group by name belongs to this one: `app`, else the first by alphabet (flyctl processgroups.go). */
function groupOfUnnamed(all) {
    return all.includes(defaultGroup) ? defaultGroup : ([...all].sort()[0] ?? defaultGroup);
}
/** The groups of a section: those it names, else the default one. */
function groupsOf(section, all) {
    const named = section.at('processes').strings();
    return named.length === 0 ? [groupOfUnnamed(all)] : named;
}
//# sourceMappingURL=process-groups.js.map
;// CONCATENATED MODULE: ./packages/fly/lib/config/service.js

/** `[http_service]` is short for a service on 80 and 443. */
function parseHttpService(service, groups) {
    const ports = [
        { port: 80, handlers: ['http'] },
        { port: 443, handlers: ['tls', 'http'] },
    ];
    return { ...parseCommon(service, groups), ports };
}
function parseService(service, groups) {
    return { ...parseCommon(service, groups), ports: service.at('ports').listOrOne().flatMap(parsePorts) };
}
function parseCommon(service, groups) {
    return {
        internalPort: numberAt(service, 'internal_port'),
        groups: groupsOf(service, groups),
        autoStop: parseAutoStop(service.at('auto_stop_machines')),
        minMachinesRunning: numberAt(service, 'min_machines_running') ?? 0,
    };
}
function parsePorts(entry) {
    const handlers = entry.at('handlers').strings();
    const port = numberAt(entry, 'port');
    if (port !== undefined)
        return [{ port, handlers }];
    const start = numberAt(entry, 'start_port');
    const end = numberAt(entry, 'end_port');
    // The ends of a range are enough: nobody asks for each port of it.
    return [start, end].flatMap((each) => (each === undefined ? [] : [{ port: each, handlers }]));
}
function parseAutoStop(field) {
    const { value } = field;
    if (value === undefined || value === false || value === 'off')
        return 'off';
    if (value === true || value === 'stop')
        return 'stop';
    return value === 'suspend' ? 'suspend' : field.refuse('off, stop or suspend');
}
/** TOML whole numbers arrive as bigint. */
function numberAt(table, name) {
    const field = table.at(name);
    if (typeof field.value !== 'bigint')
        return field.optionalInteger();
    return field.value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(field.value) : field.refuse('a smaller number');
}
//# sourceMappingURL=service.js.map
;// CONCATENATED MODULE: ./packages/fly/lib/config/volume-size.js
const gbOf = { k: 1e-6, m: 1e-3, g: 1, t: 1e3, p: 1e6 };
/**
 * Whole gigabytes of an `initial_size`: `10`, `10gb`, `1tb`, `500MB`. flyctl reads a bare number as gigabytes, takes
 * units by thousands and cuts fractions off (helpers.ParseSize, go-units FromHumanSize). Undefined when it is no size.
 */
function volumeSizeGb(text) {
    const match = /^(\d+(?:\.\d+)?) ?([kmgtp])?i?b?$/i.exec(text.trim());
    if (match === null)
        return undefined;
    return Math.floor(Number(match[1]) * (gbOf[(match[2] ?? 'g').toLowerCase()] ?? 1));
}
//# sourceMappingURL=volume-size.js.map
;// CONCATENATED MODULE: ./packages/fly/lib/config/fly-toml.js








/**
 * @param file for messages
 * @throws SuiteError FILE_INVALID that names the wrong field
 */
function parseFlyToml(text, file) {
    const root = new Field(inTodaysForm(parseToml(text, file)), '', complainAbout(file));
    const groups = root
        .at('processes')
        .entries()
        .map(([name]) => name);
    const processGroups = groups.length === 0 ? [defaultGroup] : groups;
    return {
        app: root.at('app').optionalString(),
        primaryRegion: root.at('primary_region').optionalString(),
        processGroups,
        services: parseServices(root, processGroups),
        mounts: root
            .at('mounts')
            .listOrOne()
            .map((mount) => parseMount(mount, processGroups)),
        env: root.at('env').texts(),
        build: {
            dockerfile: root.at('build').at('dockerfile').optionalString(),
            image: root.at('build').at('image').optionalString(),
            ignoreFile: root.at('build').at('ignorefile').optionalString(),
        },
        deploy: parseDeploy(root.at('deploy')),
    };
}
function parseToml(text, file) {
    try {
        // Whole numbers as bigint: writing the document out again must not turn 1.0 into 1.
        return parse(text, { integersAsBigInt: true });
    }
    catch (cause) {
        throw new suite_error/* SuiteError */.$K({
            code: 'FILE_INVALID',
            message: `${file} is not TOML: ${(0,suite_error/* errorMessage */.gJ)(cause).trim()}`,
            hint: 'Correct the line shown; "fly config validate" checks the rest.',
            cause,
        });
    }
}
function complainAbout(file) {
    return (path, expected, seen) => new suite_error/* SuiteError */.$K({
        code: 'FILE_INVALID',
        message: `${file}: ${path} is ${seen}; expected ${expected}.`,
        hint: 'https://fly.io/docs/reference/configuration/ describes every field.',
    });
}
function parseServices(root, groups) {
    const http = root.at('http_service');
    const own = http.isAbsent ? [] : [parseHttpService(http, groups)];
    return [
        ...own,
        ...root
            .at('services')
            .listOrOne()
            .map((service) => parseService(service, groups)),
    ];
}
function parseMount(mount, all) {
    return {
        source: mount.at('source').string(),
        destination: mount.at('destination').string(),
        initialSizeGb: parseSize(mount.at('initial_size')),
        groups: groupsOf(mount, all),
    };
}
function parseSize(field) {
    if (field.isAbsent)
        return undefined;
    return volumeSizeGb(String(field.value)) ?? field.refuse('a size such as 10gb');
}
function parseDeploy(deploy) {
    return {
        strategy: deploy.at('strategy').optionalString(),
        waitTimeoutMs: parseWait(deploy.at('wait_timeout')),
        releaseCommand: deploy.at('release_command').optionalString(),
        releaseCommandTimeoutMs: parseWait(deploy.at('release_command_timeout')),
    };
}
function parseWait(field) {
    if (field.isAbsent)
        return undefined;
    return parseDuration(String(field.value)) ?? field.refuse('a duration such as 5m');
}
//# sourceMappingURL=fly-toml.js.map
;// CONCATENATED MODULE: ./packages/fly/lib/app-names.js



/**
 * The names of both apps: the input, else `app` of the app's own fly.toml. A monitoring app without either is named
 * after the app. What is wrong is added to `problems`.
 */
async function findAppNames(inputs, problems, place) {
    const ownName = inputs.monitoredApp ?? (await readName(inputs.appConfig, problems, place));
    const derived = ownName === undefined ? undefined : `${ownName}-monitoring`;
    const monitoringApp = inputs.monitoringApp ?? (await readName(inputs.monitoringConfig, problems, place)) ?? derived;
    if (ownName !== undefined && ownName === monitoringApp)
        problems.input(sameApp(ownName));
    return { monitoredApp: ownName, monitoringApp };
}
/** Undefined for a file that is not there; whether it must be is the stage's affair. */
async function readName(file, problems, { files, workspace }) {
    const text = await files.readText((0,external_node_path_.resolve)(workspace, file));
    return text === undefined ? undefined : problems.attempt(() => nameIn(text, file, problems));
}
/**
 * The `app` of a fly.toml.
 * @throws SuiteError FILE_INVALID when it is no fly.toml
 */
function appNamed(text, file) {
    return parseFlyToml(text, file).app;
}
/** The same; a name that Fly would refuse is a problem. @throws SuiteError FILE_INVALID */
function nameIn(text, file, problems) {
    const app = appNamed(text, file);
    if (app === undefined || appName.pattern.test(app))
        return app;
    problems.input(`${file} names the app "${app}"; it must be ${appName.expects}.`);
    return undefined;
}
/**
 * The app that a fly.toml deploys. Its own name counts: an input that says another one would release this file on the
 * wrong app.
 */
function deployedApp({ given, named, file, }, problems) {
    if (given !== undefined && named !== undefined && given !== named) {
        problems.input(`Input "monitored-app" is "${given}", but ${file} names the app "${named}"; make them the same, or leave input "monitored-app" out.`);
    }
    return named ?? given;
}
function sameApp(app) {
    return `The app and the monitoring app are both "${app}"; Prometheus needs an app of its own, such as "${app}-monitoring".`;
}
/** For an app that nothing names: the line to add. */
function namelessApp(file) {
    return `Nothing names the app: add a line app = "<name>" to the top of ${file}, or set input "monitored-app".`;
}
function namelessMonitoringApp(file) {
    return `Nothing names the monitoring app: add a line app = "<name>" to the top of ${file}, or set input "monitoring-app".`;
}
//# sourceMappingURL=app-names.js.map
;// CONCATENATED MODULE: ./packages/stages/lib/fly-deployment/ignore-file.js

/**
 * The ignore file, absolute. flyctl takes one that is not there for no rules, and sends the whole folder, secrets in it
 * included: that is a problem here.
 */
async function findIgnoreFile({ named, config, problems }, { files, context: { workspace } }) {
    if (named === undefined)
        return undefined;
    const path = (0,external_node_path_.resolve)(workspace, config, '..', named);
    if (await files.exists(path))
        return path;
    problems.missingFile('config', `${named}, which [build] in ${config} names as ignorefile`);
    return undefined;
}
//# sourceMappingURL=ignore-file.js.map
;// CONCATENATED MODULE: ./packages/fly/lib/flyctl/flyctl-problems.js

/** A version says what to run, its checksum that it is the one that was meant; neither is of use alone. */
function flyctlProblems(values) {
    const { flyctlVersion, flyctlChecksum } = values;
    if (flyctlVersion === undefined && flyctlChecksum !== undefined) {
        return ['Input "flyctl-checksum" is given without "flyctl-version", which it belongs to.'];
    }
    if (flyctlVersion === undefined || flyctlChecksum !== undefined || flyctlVersion === pinnedFlyctlVersion)
        return [];
    return [
        `Input "flyctl-version" is "${flyctlVersion}", which needs "flyctl-checksum": the sha256 of its archive from https://github.com/superfly/flyctl/releases/download/v${flyctlVersion}/checksums.txt, or the word unverified.`,
    ];
}
//# sourceMappingURL=flyctl-problems.js.map
;// CONCATENATED MODULE: ./packages/fly/lib/fly-login.js


/** flyctl's own limit for a login without a token (TokenTimeout in internal/command/command.go). */
const longestLoginMs = 30 * 24 * 3_600_000;
/** Whether flyctl, given no token, would find one by itself: in the environment, or of a login on this machine. */
async function isLoggedIn(environment, machine) {
    if (isThere(environment['FLY_ACCESS_TOKEN']))
        return true;
    const folder = configFolder(environment);
    const text = folder === undefined ? undefined : await machine.files.readText((0,external_node_path_.join)(folder, 'config.yml'));
    return text !== undefined && isFreshLogin(await parseYaml(text), machine.clock.now());
}
/** As flyctl's helpers/config.go finds it. */
function configFolder(environment) {
    const home = environment['HOME'] ?? environment['USERPROFILE'];
    return environment['FLY_CONFIG_DIR'] ?? (home === undefined ? undefined : (0,external_node_path_.join)(home, '.fly'));
}
/** Only a login that is known to be too old is refused: older versions of flyctl write no date. */
function isFreshLogin(login, nowMs) {
    const { access_token: token, last_login: lastLogin } = login;
    if (typeof token !== 'string' || token.trim() === '')
        return false;
    const atMs = Date.parse(String(lastLogin ?? ''));
    return Number.isNaN(atMs) || nowMs - atMs <= longestLoginMs;
}
/** YAML is loaded here because a deploy with a token never reads it. */
async function parseYaml(text) {
    const { parse } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 8815, 19));
    try {
        const document = parse(text);
        return typeof document === 'object' && document !== null ? document : {};
    }
    catch {
        return {};
    }
}
/** Whether one of these inputs was given, or a login stands in for them. */
async function hasFlyToken(inputs, { given, environment }, machine) {
    const isGiven = inputs.some((name) => isThere(given[name]) || isThere(environment[sharedInputs[name].environment ?? '']));
    return isGiven || isLoggedIn(environment, machine);
}
function isThere(text) {
    return text !== undefined && text.trim() !== '';
}
/** @param otherWay a sentence, where there is a way without Fly */
function flyTokenMissing(otherWay) {
    const hint = 'Make a token with "fly tokens create deploy -a <app>", store it as the secret FLY_API_TOKEN and give it as the input fly-api-token; on your own machine "fly auth login" is enough.';
    return new suite_error/* SuiteError */.$K({
        code: 'FLY_TOKEN_MISSING',
        message: 'No Fly token was given: input "fly-api-token" (or the environment variable FLY_API_TOKEN) is empty, and flyctl is not logged in on this machine, or not within 30 days.',
        hint: otherWay === undefined ? hint : `${hint} ${otherWay}`,
    });
}
//# sourceMappingURL=fly-login.js.map
;// CONCATENATED MODULE: ./packages/kit/lib/problems.js


/** One error that holds every line of several, each once; its code is theirs, or INPUT_INVALID when they differ. */
function joinErrors(errors) {
    const [only, ...more] = errors;
    if (only instanceof suite_error/* SuiteError */.$K && more.length === 0)
        return only;
    const codes = new Set(errors.map(({ code }) => code));
    const [code = 'INPUT_INVALID'] = codes;
    // One that another one begins with would only be said twice.
    const hints = [...new Set(errors.map(({ hint }) => hint))];
    return new suite_error/* SuiteError */.$K({
        code: codes.size > 1 ? 'INPUT_INVALID' : code,
        message: [...new Set(errors.flatMap(({ message }) => message.split('\n')))].join('\n'),
        hint: hints.filter((hint) => !hints.some((other) => other !== hint && other.includes(hint))).join(' '),
    });
}
/** Collects everything that is wrong with inputs and files, so that it is told at once and before any change. */
class Problems {
    #found = [];
    input(message) {
        const { hint } = invalidInputs([]);
        this.#found.push({ code: 'INPUT_INVALID', message, hint });
    }
    add(error) {
        this.#found.push(error);
    }
    missingFile(input, path) {
        this.add(new suite_error/* SuiteError */.$K({
            code: 'FILE_MISSING',
            message: `Input "${input}": there is no file ${path}.`,
            hint: 'Check out the repository before this step; paths are relative to its root.',
        }));
    }
    /** Undefined, and noted, when it throws an expected error. */
    attempt(parse) {
        try {
            return parse();
        }
        catch (thrown) {
            return this.#note(thrown);
        }
    }
    /** The same for what has to be waited for. */
    async attemptRead(read) {
        try {
            return await read();
        }
        catch (thrown) {
            return this.#note(thrown);
        }
    }
    #note(thrown) {
        if (!(0,suite_error/* isSuiteError */.t$)(thrown))
            throw thrown;
        this.add(thrown);
        return undefined;
    }
    /** @throws SuiteError that names all of them */
    throwIfAny() {
        if (this.#found.length > 0)
            throw this.joined();
    }
    /** All of them as one error; there must be one. */
    joined() {
        return joinErrors(this.#found);
    }
}
//# sourceMappingURL=problems.js.map
;// CONCATENATED MODULE: ./packages/kit/lib/inputs/parse-with-rules.js


/**
 * Rules over one input and rules over several, told together: nobody should have to run twice to see them all.
 * @throws SuiteError INPUT_INVALID
 */
async function parseWithRules(spec, raw, rules) {
    try {
        const values = parseInputs(spec, raw);
        const problems = await rules(values);
        if (problems.length > 0)
            throw invalidInputs(problems);
        return values;
    }
    catch (thrown) {
        if (!(0,suite_error/* isSuiteError */.t$)(thrown))
            throw thrown;
        const more = await rules(parseInputs(spec, onlyRight(spec, raw)));
        throw invalidInputs([...new Set([...thrown.message.split('\n'), ...more])]);
    }
}
/** Without the inputs that are wrong by themselves. */
function onlyRight(spec, { given, environment }) {
    const right = Object.entries(spec).filter(([name, kind]) => {
        const own = given[name] === undefined ? {} : { [name]: given[name] };
        return isRight({ [name]: kind }, { given: own, environment });
    });
    const variables = right.flatMap(([, kind]) => kind.environment ?? []);
    return {
        given: Object.fromEntries(right.flatMap(([name]) => (given[name] === undefined ? [] : [[name, given[name]]]))),
        environment: Object.fromEntries(variables.map((name) => [name, environment[name]])),
    };
}
function isRight(spec, raw) {
    try {
        parseInputs(spec, raw);
        return true;
    }
    catch {
        return false;
    }
}
//# sourceMappingURL=parse-with-rules.js.map
;// CONCATENATED MODULE: ./packages/stages/lib/fly-deployment/parse-fly-inputs.js


/**
 * The inputs of a stage that cannot work without flyctl, and the problems to add to: a missing token is one of them,
 * so that it is told before flyctl is downloaded, together with all else that is wrong.
 * @throws SuiteError when the inputs themselves are wrong
 */
async function parseFlyInputs({ spec, tokens }, raw, tools) {
    const problems = new Problems();
    const values = await problems.attemptRead(() => parseWithRules(spec, raw, flyctlProblems));
    const inputs = values;
    if (!(await hasFlyToken(tokens, raw, tools)))
        problems.add(flyTokenMissing());
    if (inputs === undefined)
        throw problems.joined();
    return { inputs, problems };
}
//# sourceMappingURL=parse-fly-inputs.js.map
;// CONCATENATED MODULE: ./packages/kit/lib/dockerfile.js

/** What the last stage of a Dockerfile takes from the build context. Earlier stages count too: they may hand it on. */
function copiesOf(dockerfile) {
    const copies = [];
    let workdir = '/';
    for (const { keyword, rest } of instructionsOf(dockerfile)) {
        if (keyword === 'FROM')
            workdir = '/';
        if (keyword === 'WORKDIR')
            workdir = external_node_path_.posix.resolve(workdir, rest);
        if (keyword !== 'COPY' && keyword !== 'ADD')
            continue;
        const copy = parseCopy(rest, workdir);
        if (copy !== undefined)
            copies.push(copy);
    }
    return copies;
}
function instructionsOf(text) {
    const lines = text
        .split(/\r?\n/)
        // Comments may stand inside a continued line.
        .filter((line) => !/^\s*(#|$)/.test(line))
        .join('\n')
        .replace(/\\[ \t]*\n/g, ' ')
        .split('\n');
    return lines.map((line) => {
        const [keyword = ''] = line.trim().split(/\s/, 1);
        return { keyword: keyword.toUpperCase(), rest: line.trim().slice(keyword.length).trim() };
    });
}
function parseCopy(rest, workdir) {
    const flags = /^(--\S+\s+)*/.exec(rest)?.[0] ?? '';
    if (flags.includes('--from'))
        return undefined;
    const words = wordsOf(rest.slice(flags.length));
    const target = words.at(-1);
    if (target === undefined || words.length < 2)
        return undefined;
    const sources = words.slice(0, -1).filter((source) => !/^(https?:|git@|<<)/.test(source));
    const isFolder = target.endsWith('/') || words.length > 2;
    return { sources, target: `${external_node_path_.posix.resolve(workdir, target)}${isFolder ? '/' : ''}` };
}
function wordsOf(text) {
    if (text.startsWith('[')) {
        try {
            const words = JSON.parse(text);
            if (Array.isArray(words))
                return words.map(String);
        }
        catch {
            // Not the JSON form after all; Docker reads it as words then.
        }
    }
    return text.split(/\s+/).filter((word) => word !== '');
}
//# sourceMappingURL=dockerfile.js.map
;// CONCATENATED MODULE: ./packages/prometheus/lib/image/pinned-version.js

/** Of all images that a Dockerfile is built from; a registry, its port and a digest may stand around it. */
const pinned_version_image = /^(?:[^@]*\/)?prometheus(?::([^@:/]+))?(?:@.*)?$/;
/** What follows names a variant of the same version, as in v3.13.2-distroless. */
const releaseTag = /^v?(\d+\.\d+\.\d+(?:-(?:alpha|beta|rc)\.\d+)?)(?:[-+].*)?$/;
/**
 * The version of Prometheus that a Dockerfile is built from: the tag of the last image called prometheus. Undefined where
 * it names none: another image, only a digest, or a tag that moves.
 */
function pinnedVersion(dockerfile) {
    const args = new Map();
    let tag;
    for (const { keyword, rest } of instructionsOf(dockerfile)) {
        if (keyword === 'ARG')
            for (const [name, value] of defaultsOf(rest))
                args.set(name, value);
        if (keyword !== 'FROM')
            continue;
        const found = pinned_version_image.exec(filledIn(imageOf(rest), args));
        if (found !== null)
            tag = found[1] ?? '';
    }
    return releaseTag.exec(tag ?? '')?.[1];
}
function imageOf(rest) {
    return rest.split(/\s+/).find((word) => !word.startsWith('--')) ?? '';
}
/** ARG may declare several, each with or without a default. */
function defaultsOf(rest) {
    return rest.split(/\s+/).flatMap((word) => {
        const [, name, value] = /^(\w+)=["']?(.*?)["']?$/.exec(word) ?? [];
        return name === undefined || value === undefined ? [] : [[name, value]];
    });
}
function filledIn(text, args) {
    return text.replace(/\$(?:(\w+)|\{(\w+)(?::?-([^}]*))?\})/g, (_all, plain, braced, usual = '') => {
        const value = args.get(plain ?? braced ?? '') ?? '';
        return value === '' ? String(usual) : value;
    });
}
//# sourceMappingURL=pinned-version.js.map
;// CONCATENATED MODULE: ./packages/prometheus/lib/yaml/scalar-types.js
/**
 * Values of scalars as go-yaml reads them into a field of a type (resolve.go, decode.go of v2), and Prometheus' own
 * durations and sizes. Each is undefined for a scalar that the field would refuse.
 */
const nullTexts = new Set(['', '~', 'null', 'Null', 'NULL']);
const trueTexts = /^(?:y|Y|yes|Yes|YES|true|True|TRUE|on|On|ON)$/;
const falseTexts = /^(?:n|N|no|No|NO|false|False|FALSE|off|Off|OFF)$/;
function isNull(value) {
    return value.kind === 'scalar' && value.isPlain && nullTexts.has(value.text);
}
function booleanOf(value) {
    if (value.kind !== 'scalar' || !value.isPlain)
        return undefined;
    if (trueTexts.test(value.text))
        return true;
    return falseTexts.test(value.text) ? false : undefined;
}
const scalar_types_integer = /^([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+)|(0|[1-9]\d*))$/;
const scalar_types_float = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/;
const bases = [16, 2, 8, 10];
/** `10_000`, `0x1F`, `0b11`, `010` (8), `1e3`. */
function numberOf(value) {
    if (value.kind !== 'scalar' || !value.isPlain || !/^[-+.\d]/.test(value.text))
        return undefined;
    const digits = value.text.replaceAll('_', '');
    const match = scalar_types_integer.exec(digits);
    if (match !== null) {
        const [, sign, ...parts] = match;
        const index = parts.findIndex((part) => part !== undefined);
        const number = Number.parseInt(parts[index] ?? '', bases[index]);
        return sign === '-' ? -number : number;
    }
    return scalar_types_float.test(digits) ? Number(digits) : undefined;
}
const scalar_types_duration = /^(?:(\d+)y)?(?:(\d+)w)?(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?(?:(\d+)ms)?$/;
const unitsMs = [31_536_000_000, 604_800_000, 86_400_000, 3_600_000, 60_000, 1_000, 1];
/** ParseDuration of prometheus/common (model/time.go): whole numbers, units from large to small, 0 without a unit. */
function parsePrometheusDuration(text) {
    if (text === '0')
        return 0;
    const match = text === '' ? null : scalar_types_duration.exec(text);
    if (match === null)
        return undefined;
    return unitsMs.reduce((sum, unitMs, index) => sum + Number(match[index + 1] ?? 0) * unitMs, 0);
}
const sizePart = /(\d+\.?\d*|\.\d+)([KMGTPE]i?)?B/g;
const wholeSize = /^(?:(?:\d+\.?\d*|\.\d+)(?:[KMGTPE]i?)?B)+$/;
const unitsOf1024 = 'KMGTPE';
/** ParseBase2Bytes of alecthomas/units (bytes.go): KB and KiB are both 1024, and `1GiB512MiB` is a sum. */
function parseSizeBytes(text) {
    if (text === '0')
        return 0;
    if (!wholeSize.test(text))
        return undefined;
    return [...text.matchAll(sizePart)].reduce((sum, [, count, unit = '']) => {
        const power = unit === '' ? 0 : unitsOf1024.indexOf(unit.charAt(0)) + 1;
        return sum + Math.trunc(Number(count) * 1024 ** power);
    }, 0);
}
//# sourceMappingURL=scalar-types.js.map
;// CONCATENATED MODULE: ./packages/prometheus/lib/config/field-reader.js

/** Reads the fields of one mapping; what is wrong goes to the source's problems, and a fallback is returned. */
class FieldReader {
    source;
    value;
    path;
    constructor(source, value, path) {
        this.source = source;
        this.value = value;
        this.path = path;
    }
    /** Undefined for a field that is not there or holds nothing. */
    at(name) {
        const found = this.value?.kind === 'mapping' ? this.value.entries.get(name) : undefined;
        return found === undefined || isNull(found) ? undefined : found;
    }
    text(name, fallback) {
        const value = this.at(name);
        if (value === undefined)
            return fallback;
        if (value.kind === 'scalar')
            return value.text;
        this.source.error(value, `${this.path}${name} must be a text.`);
        return fallback;
    }
    /** Prometheus fills in its default for 0 as well. */
    durationMs(name, fallbackMs) {
        const text = this.text(name, undefined);
        if (text === undefined)
            return fallbackMs;
        const ms = parsePrometheusDuration(text);
        if (ms !== undefined)
            return ms === 0 ? fallbackMs : ms;
        this.source.error(this.at(name), `${this.path}${name} is "${text}"; it must be a duration such as 15s.`);
        return fallbackMs;
    }
    port(name) {
        const value = this.at(name);
        if (value === undefined)
            return undefined;
        const port = numberOf(value) ?? Number.NaN;
        if (Number.isInteger(port) && port > 0 && port < 65_536)
            return port;
        const seen = value.kind === 'scalar' ? ` is "${value.text}"; it` : '';
        this.source.error(value, `${this.path}${name}${seen} must be a port from 1 to 65535, without quotes.`);
        return undefined;
    }
    texts(name) {
        return this.items(name).flatMap((item) => (item.kind === 'scalar' ? [textOf(item)] : []));
    }
    /** Values of a list; a missing one is empty. */
    items(name) {
        const value = this.at(name);
        if (value === undefined)
            return [];
        if (value.kind === 'list')
            return value.items;
        this.source.error(value, `${this.path}${name} must be a list.`);
        return [];
    }
    /** A label without a value is no label. */
    labels(name) {
        const value = this.at(name);
        if (value?.kind !== 'mapping')
            return {};
        const labels = [...value.entries].map(([label, each]) => [label, textOf(each)]);
        return Object.fromEntries(labels.filter(([, text]) => text !== ''));
    }
    fieldNames() {
        return this.value?.kind === 'mapping' ? [...this.value.entries.keys()] : [];
    }
    below(value, path) {
        return new FieldReader(this.source, value, path);
    }
}
function textOf(value) {
    return value.kind === 'scalar' && !isNull(value) ? value.text : '';
}
//# sourceMappingURL=field-reader.js.map
;// CONCATENATED MODULE: ./packages/kit/lib/text/text-pattern.js
/** Text from a file or an input, to stand for itself in a regular expression, outside of brackets. */
function escapePattern(text) {
    return text.replace(/[\\^$+?.()|[\]{}*/]/g, '\\$&');
}
/**
 * The source of a regular expression for a path pattern as Docker and Prometheus read it: `*` and `?` stay within one
 * folder, `[a-z]` and `[^a-z]` are one character, a backslash takes the next one as it is. Any text gives a valid
 * source: brackets that are no class stand for themselves.
 */
function pathGlobSource(glob) {
    return glob.replace(/\\(.)|\[(\^?)((?:\\.|[^\]\\])+)\]|\*+|\?|./gsu, (token, escaped, negated, members) => {
        if (escaped !== undefined)
            return escapePattern(escaped);
        if (members !== undefined)
            return classSource(negated, members);
        if (token.startsWith('*'))
            return '[^/]*';
        return token === '?' ? '[^/]' : escapePattern(token);
    });
}
/** A range from a later to an earlier character holds none. */
function classSource(negated, members) {
    const ranges = [...members.matchAll(/(\\.|[^\\])(?:-(\\.|[^\\]))?/gsu)].map((match) => {
        const from = bare(match[1] ?? '');
        return { from, to: match[2] === undefined ? from : bare(match[2]) };
    });
    const source = ranges
        .filter(({ from, to }) => (from.codePointAt(0) ?? 0) <= (to.codePointAt(0) ?? 0))
        .map(({ from, to }) => `${inBrackets(from)}-${inBrackets(to)}`)
        .join('');
    if (negated === '^')
        return `(?!/)[^${source}]`;
    return source === '' ? '(?!)' : `(?!/)[${source}]`;
}
function inBrackets(character) {
    return character === '-' ? '\\-' : escapePattern(character);
}
function bare(character) {
    return character.length > 1 && character.startsWith('\\') ? character.slice(1) : character;
}
//# sourceMappingURL=text-pattern.js.map
;// CONCATENATED MODULE: ./packages/prometheus/lib/config/included-files.js


const firstToInclude = [2, 43];
/** Earlier ones refuse a file with the key scrape_config_files (CHANGELOG 2.43.0). A version that is no number may be new. */
function knowsIncludes(version) {
    const [, major, minor] = /^(\d+)\.(\d+)\./.exec(version ?? '') ?? [];
    if (major === undefined || minor === undefined)
        return true;
    const [firstMajor, firstMinor] = firstToInclude;
    return Number(major) > firstMajor || (Number(major) === firstMajor && Number(minor) >= firstMinor);
}
/** An absolute path is one in the image, of which the repository knows nothing. */
function isInImage(pattern) {
    return pattern.startsWith('/');
}
/** Patterns are relative to the configuration that names them. */
async function readIncludedFiles({ file, scrapeConfigFiles }, place) {
    const patterns = scrapeConfigFiles
        .filter((pattern) => !isInImage(pattern))
        .map((pattern) => external_node_path_.posix.join(external_node_path_.posix.dirname(file), pattern));
    const matches = await Promise.all(patterns.map((pattern) => filesOfPattern(pattern, place)));
    const paths = [...new Set(matches.flat())];
    const read = await Promise.all(paths.map(async (path) => ({ path, text: (await place.files.readText((0,external_node_path_.resolve)(place.workspace, path))) ?? '' })));
    return { files: read, missing: patterns.filter((_, index) => matches[index]?.length === 0) };
}
/** Paths that a pattern of a configuration matches, as Go's filepath.Glob does: `*` stays within one folder. */
async function filesOfPattern(pattern, { files, workspace }) {
    const parts = external_node_path_.posix.normalize(pattern).split('/');
    const wild = parts.findIndex((part) => /[*?[\\]/.test(part));
    if (wild < 0)
        return (await files.exists((0,external_node_path_.resolve)(workspace, pattern))) ? [parts.join('/')] : [];
    const folder = parts.slice(0, wild).join('/');
    const isMatch = new RegExp(`^${pathGlobSource(parts.join('/'))}$`, 'su');
    const names = await files.list((0,external_node_path_.resolve)(workspace, folder));
    return names.map((name) => external_node_path_.posix.join(folder, name)).filter((path) => isMatch.test(path));
}
//# sourceMappingURL=included-files.js.map
;// CONCATENATED MODULE: ./packages/prometheus/lib/config/parse-job.js

/** Prometheus' default for dns_sd_configs. */
const defaultRefreshMs = 30_000;
const discoverySuffix = '_sd_configs';
/** Undefined when it has no name to speak of. */
function readJob({ source, value, defaults }) {
    const name = new FieldReader(source, value, '').text('job_name', '');
    if (name === '') {
        source.error(value, 'A job in scrape_configs has no job_name.');
        return undefined;
    }
    const job = new FieldReader(source, value, `Job "${name}": `);
    const intervalMs = job.durationMs('scrape_interval', defaults.intervalMs);
    // Without an own time-out Prometheus shortens the global one to the interval.
    const timeoutMs = job.durationMs('scrape_timeout', Math.min(defaults.timeoutMs, intervalMs));
    if (timeoutMs > intervalMs)
        source.error(value, `Job "${name}": scrape_timeout is longer than scrape_interval.`);
    const discoveries = readDiscoveries(job, source);
    if (discoveries.length === 0)
        source.error(value, `Job "${name}" names no targets.`);
    return {
        name,
        scheme: job.text('scheme', 'http'),
        metricsPath: job.text('metrics_path', '/metrics'),
        intervalMs,
        timeoutMs,
        credentialsFile: job
            .below(job.at('authorization'), `Job "${name}": authorization.`)
            .text('credentials_file', undefined),
        discoveries,
        file: source.file,
        line: source.lineOf(value),
    };
}
function readDiscoveries(job, source) {
    const fixed = job.items('static_configs').map((value) => readStatic(job, value));
    const dns = job.items('dns_sd_configs').map((value) => readDns(job, value));
    const others = job
        .fieldNames()
        .filter((name) => name.endsWith(discoverySuffix) && name !== 'dns_sd_configs')
        .map((name) => ({ kind: 'other', mechanism: name.slice(0, -'_configs'.length) }));
    for (const discovery of [...fixed, ...dns])
        reportDiscovery(discovery, job, source);
    return [...fixed, ...dns, ...others];
}
function readStatic(job, value) {
    return { kind: 'static', targets: job.below(value, job.path).texts('targets') };
}
function readDns(job, value) {
    const dns = job.below(value, `${job.path}dns_sd_configs.`);
    return {
        kind: 'dns',
        names: dns.texts('names'),
        // Prometheus does not mind its case (discovery/dns/dns.go).
        type: dns.text('type', 'SRV').toUpperCase(),
        port: dns.port('port'),
        refreshMs: dns.durationMs('refresh_interval', defaultRefreshMs),
    };
}
/** What Prometheus accepts although it cannot work on Fly, or proves little. */
function reportDiscovery(discovery, job, source) {
    if (discovery.kind === 'static') {
        for (const target of discovery.targets.filter(isSharedAddress)) {
            source.warn(job.value, `${job.path}the static target ${target} stands for all machines of an app, and each scrape is answered by one of them at random; use dns_sd_configs with type AAAA.`);
        }
    }
    if (discovery.kind !== 'dns' || !discovery.names.some((name) => name.endsWith('.internal')))
        return;
    if (discovery.type !== 'AAAA') {
        source.error(job.value, `${job.path}.internal names are AAAA records only; set type: AAAA, not ${discovery.type}.`);
    }
    else if (discovery.port === undefined)
        source.error(job.value, `${job.path}type AAAA needs a port.`);
}
/** Addresses behind Fly's proxy, and names with one record for each machine. */
function isSharedAddress(target) {
    const host = target.replace(/:\d+$/, '');
    return /\.(fly\.dev|flycast|internal)$/.test(host) && !/\.vm\.[^.]+\.internal$/.test(host);
}
//# sourceMappingURL=parse-job.js.map
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var yaml_dist = __nccwpck_require__(8815);
;// CONCATENATED MODULE: ./packages/prometheus/lib/yaml/yaml-document.js

/**
 * The first document of a text, whose scalars are all texts as written; undefined for an empty text. Offsets are those of
 * the text. It is read as leniently as libyaml does where that matters to people: the lines of a `[` or `{` collection
 * may be indented in any way, and a comment may stand right behind a quote.
 */
function parseYamlDocument(text) {
    const documents = (0,yaml_dist/* parseAllDocuments */.hR)(joinFlowLines(text), {
        schema: 'failsafe',
        version: '1.1',
        uniqueKeys: isSameKey,
    });
    const document = Array.isArray(documents) ? documents[0] : undefined;
    if (document === undefined)
        return undefined;
    document.errors = document.errors.filter(({ message }) => !message.startsWith('Comments must be separated'));
    return document;
}
/** The node that an alias stands for. */
function resolveAlias(alias, document) {
    return alias.resolve(document);
}
function isMergeKey(key) {
    return (0,yaml_dist/* isScalar */.jn)(key) && key.value === '<<' && key.type === 'PLAIN';
}
/** A mapping may have several merge keys. */
function isSameKey(one, other) {
    return (0,yaml_dist/* isScalar */.jn)(one) && (0,yaml_dist/* isScalar */.jn)(other) && one.value === other.value && !isMergeKey(one);
}
/** Each costs one more reading of the text. */
const mostJoins = 500;
function joinFlowLines(text) {
    let joined = text;
    for (let joins = 0; joins < mostJoins; joins += 1) {
        const gap = gapInFlow(joined);
        if (gap === undefined)
            return joined;
        // Spaces in place of a comment and the end of its line keep all offsets.
        joined = joined.slice(0, gap.start) + ' '.repeat(gap.end - gap.start) + joined.slice(gap.end);
    }
    return joined;
}
/** What the lexer writes where a line is indented too little for the collection it stands in, and before each scalar. */
const endOfFlow = '\x18';
const beforeScalar = '\x1f';
const marks = new Set(['\x02', beforeScalar]);
const isSpace = /^(?:[ \t\r\n]|#)/;
/** The space and the comments before the first line that is indented too little. */
function gapInFlow(text) {
    let end = 0;
    let start = 0;
    let last = '';
    for (const lexeme of new yaml_dist/* Lexer */.JG().lex(text)) {
        if (lexeme === endOfFlow)
            return isLineEnd(text, { start, end }) ? { start, end } : undefined;
        if (!marks.has(lexeme)) {
            end += lexeme.length;
            if (last === beforeScalar || !isSpace.test(lexeme))
                start = end;
        }
        last = lexeme;
    }
    return undefined;
}
function isLineEnd(text, { start, end }) {
    return text.slice(start, end).includes('\n') && !/^(?:---|\.\.\.)/.test(text.slice(end));
}
//# sourceMappingURL=yaml-document.js.map
;// CONCATENATED MODULE: ./packages/prometheus/lib/yaml/yaml-tree.js


/** Reads the first document, as Prometheus does; the others are not read at all. */
function readYamlTree(text, order = 'later-wins') {
    const document = parseYamlDocument(text);
    const mistakes = (document?.errors ?? []).map(({ message, pos }) => ({
        message: (message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:$/, ''),
        offset: pos[0],
    }));
    const builder = document === undefined ? undefined : new TreeBuilder(document, { order, mistakes });
    const root = builder?.build(document?.contents ?? null);
    return { root, mistakes, lineAt: (offset) => text.slice(0, offset).split('\n').length };
}
const textTag = 'tag:yaml.org,2002:str';
/** Prometheus' reader refuses a file whose aliases expand to far more than is written, too. */
const mostValues = 1_000_000;
class TreeBuilder {
    document;
    setting;
    #built = new Map();
    #open = new Set();
    #size = 0;
    constructor(document, setting) {
        this.document = document;
        this.setting = setting;
    }
    build(node) {
        const target = this.#target(node);
        if (target === undefined)
            return undefined;
        const known = this.#built.get(target);
        if (known !== undefined) {
            this.#count(known.size, target);
            return known.value;
        }
        if (this.#open.has(target))
            return this.#mistake(target, 'An anchor contains itself.');
        const before = this.#size;
        this.#open.add(target);
        const value = this.#valueOf(target);
        this.#open.delete(target);
        this.#count(1, target);
        this.#built.set(target, { value, size: this.#size - before });
        return value;
    }
    #count(more, node) {
        const before = this.#size;
        this.#size += more;
        if (before <= mostValues && this.#size > mostValues)
            this.#mistake(node, `The aliases expand to more than ${mostValues} values.`);
    }
    #target(node) {
        if (!(0,yaml_dist/* isAlias */.Vj)(node))
            return (0,yaml_dist/* isMap */.jh)(node) || (0,yaml_dist/* isSeq */.oP)(node) || (0,yaml_dist/* isScalar */.jn)(node) ? node : undefined;
        return resolveAlias(node, this.document) ?? this.#mistake(node, `The alias *${node.source} has no anchor.`);
    }
    #valueOf(node) {
        const offset = offsetOf(node);
        if ((0,yaml_dist/* isMap */.jh)(node))
            return { kind: 'mapping', entries: this.#entriesOf(node), offset };
        if ((0,yaml_dist/* isSeq */.oP)(node))
            return { kind: 'list', items: node.items.flatMap((item) => this.build(item) ?? []), offset };
        return scalarOf(node, offset);
    }
    #entriesOf(node) {
        const entries = new Map();
        const merges = node.items.filter(({ key }) => isMergeKey(key));
        const own = node.items.filter(({ key }) => !isMergeKey(key));
        for (const { key, value } of this.setting.order === 'later-wins' ? node.items : [...merges, ...own]) {
            const built = this.build(value);
            if (isMergeKey(key))
                this.#merge(built, { into: entries, at: node });
            else if (built !== undefined)
                entries.set(this.#keyOf(key), built);
        }
        return entries;
    }
    /** Of several merged mappings the first one wins. */
    #merge(value, { into, at }) {
        const merged = value?.kind === 'list' ? [...value.items].reverse() : [value];
        for (const one of merged) {
            if (one?.kind === 'mapping')
                for (const [key, each] of one.entries)
                    into.set(key, each);
            else
                this.#mistake(at, 'A merge key (<<) must have a mapping or a list of mappings.');
        }
    }
    #keyOf(key) {
        const built = this.build(key);
        return built?.kind === 'scalar' ? built.text : '';
    }
    #mistake(node, message) {
        this.setting.mistakes.push({ message, offset: offsetOf(node) });
    }
}
function scalarOf(scalar, offset) {
    const isPlain = scalar.tag === undefined ? scalar.type === 'PLAIN' : scalar.tag !== textTag;
    return { kind: 'scalar', text: String(scalar.value ?? ''), isPlain, offset };
}
function offsetOf(node) {
    return node.range?.[0] ?? 0;
}
//# sourceMappingURL=yaml-tree.js.map
;// CONCATENATED MODULE: ./packages/prometheus/lib/config/yaml-source.js

/** A YAML text with the lines of its values; collects what is wrong with it. */
class YamlSource {
    setting;
    problems = [];
    root;
    #tree;
    constructor(text, setting) {
        this.setting = setting;
        const { order } = setting;
        this.#tree = readYamlTree(text, order);
        this.root = this.#tree.root;
        for (const { message, offset } of this.#tree.mistakes)
            this.#add('error', message, offset);
    }
    error(value, message) {
        this.#add('error', message, value?.offset);
    }
    warn(value, message) {
        this.#add('warning', message, value?.offset);
    }
    get file() {
        return this.setting.file;
    }
    lineOf(value) {
        return this.#tree.lineAt(value.offset);
    }
    #add(level, message, offset = 0) {
        this.problems.push({ level, message, file: this.file, line: this.#tree.lineAt(offset) });
    }
}
//# sourceMappingURL=yaml-source.js.map
;// CONCATENATED MODULE: ./packages/prometheus/lib/config/parse-config.js





/** Prometheus' own defaults, for what the file leaves out. */
const defaultIntervalMs = 60_000;
const defaultTimeoutMs = 10_000;
/** Reads what is scraped, and lists everything that is wrong or would prove nothing, all at once. */
function parsePrometheusConfig(text, { file, included }) {
    const source = new YamlSource(text, { file });
    const root = readRoot(source, 'The configuration must be a mapping.');
    const global = root.below(root.at('global'), 'global.');
    const scrapeIntervalMs = global.durationMs('scrape_interval', defaultIntervalMs);
    const defaults = {
        intervalMs: scrapeIntervalMs,
        timeoutMs: global.durationMs('scrape_timeout', defaultTimeoutMs),
    };
    const scrapeConfigFiles = root.texts('scrape_config_files');
    const own = readJobs(root, source, defaults);
    const others = (included ?? []).map((one) => readIncluded(one, defaults));
    const evaluationIntervalMs = global.durationMs('evaluation_interval', defaultIntervalMs);
    const jobs = [...own, ...others.flatMap((one) => one.jobs)];
    const mayHaveMore = scrapeConfigFiles.some((pattern) => included === undefined || isInImage(pattern));
    // Prometheus itself starts happily with nothing to scrape.
    if (jobs.length === 0 && !mayHaveMore)
        source.error(root.at('scrape_configs'), noJob(scrapeConfigFiles));
    return {
        file,
        jobs,
        scrapeConfigFiles,
        ruleFiles: root.texts('rule_files'),
        externalLabels: global.labels('external_labels'),
        scrapeIntervalMs,
        evaluationIntervalMs,
        remoteWriteUrls: root.items('remote_write').flatMap((value) => root.below(value, '').text('url', undefined) ?? []),
        problems: [...source.problems, ...others.flatMap((one) => one.problems), ...twiceNamed(jobs)],
    };
}
function readRoot(source, expected) {
    if (source.root !== undefined && source.root.kind !== 'mapping' && !isNull(source.root))
        source.error(source.root, expected);
    return new FieldReader(source, source.root, '');
}
function readJobs(root, source, defaults) {
    return root.items('scrape_configs').flatMap((value) => readJob({ source, value, defaults }) ?? []);
}
function readIncluded({ path, text }, defaults) {
    const source = new YamlSource(text, { file: path });
    const root = readRoot(source, 'A file of scrape_config_files must be a mapping with scrape_configs.');
    for (const name of root.fieldNames().filter((one) => one !== 'scrape_configs')) {
        source.error(root.at(name), `A file of scrape_config_files holds scrape_configs only, not ${name}.`);
    }
    return { jobs: readJobs(root, source, defaults), problems: source.problems };
}
function noJob(scrapeConfigFiles) {
    if (scrapeConfigFiles.length === 0)
        return 'scrape_configs names no job: nothing would be scraped.';
    return `Neither scrape_configs nor a file of scrape_config_files (${scrapeConfigFiles.join(', ')}) names a job: nothing would be scraped.`;
}
function twiceNamed(jobs) {
    return jobs.flatMap(({ name, file, line }, index) => {
        const first = jobs.find((other) => other.name === name);
        if (first === undefined || first === jobs[index])
            return [];
        const where = first.file === file ? `line ${first.line}` : `${first.file}:${first.line}`;
        return [{ level: 'error', message: `The job "${name}" is named twice (first in ${where}).`, file, line }];
    });
}
//# sourceMappingURL=parse-config.js.map
;// CONCATENATED MODULE: ./packages/stages/lib/deploy-monitoring/build-context.js


/** What a build needs of a checkout. */
async function contextFiles(dockerfile, folder, files) {
    const found = [];
    const missing = [];
    for (const { sources, target } of copiesOf(dockerfile)) {
        for (const source of sources.map((each) => external_node_path_.posix.normalize(each).replace(/^\/+|\/+$/g, ''))) {
            if (source === '.' || source === '')
                return { kind: 'everything' };
            const matches = await matching({ source, target, folder }, files);
            if (matches.length === 0)
                missing.push(source);
            found.push(...matches);
        }
    }
    return { kind: 'listed', files: found, missing };
}
async function matching({ source, target, folder }, files) {
    if (/[*?[]/.test(source))
        return globbed({ source, target, folder }, files);
    const below = await files.list((0,external_node_path_.join)(folder, source));
    if (below.length > 0) {
        return below.map((path) => ({ path: external_node_path_.posix.join(source, path), imagePath: external_node_path_.posix.join(target, path) }));
    }
    if (!(await files.exists((0,external_node_path_.join)(folder, source))))
        return [];
    const imagePath = target.endsWith('/') ? external_node_path_.posix.join(target, external_node_path_.posix.basename(source)) : target;
    return [{ path: source, imagePath }];
}
/** A folder that a glob matches is copied by its content, as Docker does. */
async function globbed({ source, target, folder }, files) {
    const parts = source.split('/');
    const fixed = parts.slice(0, parts.findIndex((part) => /[*?[]/.test(part)));
    const base = fixed.join('/');
    const pattern = globPattern(source);
    const all = (await files.list((0,external_node_path_.join)(folder, base))).map((path) => external_node_path_.posix.join(base, path));
    return all.flatMap((path) => {
        const match = pattern.exec(path);
        if (match === null)
            return [];
        const inside = match[1] ?? '';
        return [{ path, imagePath: external_node_path_.posix.join(target, inside === '' ? external_node_path_.posix.basename(path) : inside) }];
    });
}
/** Matches the path itself, or what lies below it, which is the first group. */
function globPattern(glob) {
    return new RegExp(`^${pathGlobSource(glob)}(?:/(.*))?$`, 'su');
}
//# sourceMappingURL=build-context.js.map
;// CONCATENATED MODULE: ./packages/prometheus/lib/config/external-labels.js


/** The external labels that tell deployments apart, where the file has them: which there are is its owner's choice. */
function setExternalLabels(text, { monitoringApp, environment }) {
    const named = setExternalLabel(text, 'environment', environment);
    return monitoringApp === undefined ? named : setExternalLabel(named, 'monitor', monitoringApp);
}
/**
 * Comments, anchors and layout stay. A label that is an alias becomes the value itself, so that nothing else that bears
 * the anchor changes; one that is merged in is changed where it is written, as a label may not be there twice.
 */
function setExternalLabel(text, label, value) {
    const document = parseYamlDocument(text);
    if (document === undefined)
        return text;
    const labels = fieldOf(fieldOf(document.contents, 'global', document), 'external_labels', document);
    const node = fieldOf(labels, label, document);
    const scalar = resolved(node, document);
    if (!(0,yaml_dist/* isScalar */.jn)(scalar) || !node?.range || scalar.value === value)
        return text;
    const [start, end] = node.range;
    return text.slice(0, start) + JSON.stringify(value) + text.slice(end);
}
/** The node of a field as it is written, also where it is merged in; the last one counts. */
function fieldOf(owner, name, document) {
    const map = resolved(owner, document);
    if (!(0,yaml_dist/* isMap */.jh)(map))
        return undefined;
    const found = map.items.flatMap(({ key, value }) => {
        if (isMergeKey(key))
            return mergedField(value, name, document) ?? [];
        return (0,yaml_dist/* isScalar */.jn)(key) && key.value === name ? [value] : [];
    });
    return found.at(-1);
}
function mergedField(value, name, document) {
    const merged = resolved(value, document);
    const mappings = (0,yaml_dist/* isMap */.jh)(merged) ? [merged] : merged !== undefined && 'items' in merged ? merged.items : [];
    for (const mapping of mappings) {
        const found = fieldOf(mapping, name, document);
        if (found !== undefined)
            return found;
    }
    return undefined;
}
function resolved(node, document) {
    return (0,yaml_dist/* isAlias */.Vj)(node) ? resolveAlias(node, document) : (node ?? undefined);
}
//# sourceMappingURL=external-labels.js.map
;// CONCATENATED MODULE: ./packages/prometheus/lib/config/internal-name.js
/** `<group>.process.<app>`, `<id>.vm.<app>`, `<region>.<app>` or `<app>`, each with `.internal`; undefined for others. */
function parseInternalName(name) {
    const parts = name.split('.');
    if (parts.pop() !== 'internal')
        return undefined;
    const app = parts.pop();
    // _apps and _instances are directories of the organization, not apps.
    if (app === undefined || app === '' || app.startsWith('_'))
        return undefined;
    const [first, kind] = parts;
    const named = { app, group: undefined, region: undefined, machineId: undefined };
    if (first === undefined)
        return named;
    if (kind === 'process')
        return { ...named, group: first };
    if (kind === 'vm')
        return { ...named, machineId: first };
    const isRegion = kind === undefined && /^[a-z]{3}$/.test(first);
    return isRegion ? { ...named, region: first } : named;
}
/** The machines that a job names, by app, process group and port; empty when it does not find them by Fly's names. */
function groupsOfJob(job) {
    return job.discoveries.flatMap((discovery) => {
        if (discovery.kind !== 'dns' || discovery.port === undefined)
            return [];
        const { port } = discovery;
        return discovery.names.flatMap((name) => {
            const parsed = parseInternalName(name);
            return parsed === undefined ? [] : [{ ...parsed, port }];
        });
    });
}
/** By name of the job. */
function jobGroups(config) {
    return new Map(config.jobs.map((job) => [job.name, groupsOfJob(job)]));
}
/** Apps whose machines are scraped, in the order in which they are named. */
function appsOf(config) {
    return [...new Set(config.jobs.flatMap(groupsOfJob).map(({ app }) => app))];
}
//# sourceMappingURL=internal-name.js.map
;// CONCATENATED MODULE: ./packages/prometheus/lib/config/rewrite-internal-names.js





/**
 * Names another Fly app in `.internal` names, in relabelling patterns and in the label `fly_app`. Only those letters
 * change: comments, order and layout stay. A second time changes nothing.
 * @throws SuiteError PROMETHEUS_CONFIG_INVALID when the file names several apps and `from` does not choose
 */
function rewriteInternalNames(text, { from, to }) {
    const old = from ?? onlyApp(text, to);
    if (old === undefined || old === to)
        return text;
    const edits = findEdits(text, old, to);
    return edits.reduceRight((edited, { start, end, written }) => edited.slice(0, start) + written + edited.slice(end), text);
}
function onlyApp(text, to) {
    return appToRename(appsOf(parsePrometheusConfig(text, { file: '' })), to);
}
/**
 * The app whose place another one takes, of those that a configuration names; undefined when nothing is to be renamed.
 * @throws SuiteError PROMETHEUS_CONFIG_INVALID when there are several to choose from
 */
function appToRename(apps, to) {
    if (apps.length > 1 && !apps.includes(to)) {
        throw new suite_error/* SuiteError */.$K({
            code: 'PROMETHEUS_CONFIG_INVALID',
            message: `The Prometheus configuration names several apps (${apps.join(', ')}), and none of them is ${to}.`,
            hint: `Write ${to} where it belongs; with several apps it cannot be guessed.`,
        });
    }
    return apps.includes(to) ? undefined : apps[0];
}
function findEdits(text, from, to) {
    const document = parseYamlDocument(text);
    if (document === undefined)
        return [];
    const edits = [];
    const renamedAnchors = new Set();
    const rewrite = (node, write) => {
        if (!node.range)
            return;
        const [start, end] = node.range;
        const source = text.slice(start, end);
        const written = write(source);
        if (written !== source)
            edits.push({ start, end, written });
    };
    (0,yaml_dist/* visit */.YR)(document, {
        Scalar: (_key, scalar, path) => {
            const isName = scalar.value === from && namesApp(path);
            if (isName)
                renamedAnchors.add(scalar);
            rewrite(scalar, (source) => (isName ? labelText(scalar, to) : renamed(source, from, to)));
        },
        // The anchor may stand for something that is no app, such as the name of a job.
        Alias: (_key, alias, path) => {
            const scalar = resolveAlias(alias, document);
            if (!(0,yaml_dist/* isScalar */.jn)(scalar) || renamedAnchors.has(scalar))
                return;
            if (scalar.value === from && namesApp(path))
                rewrite(alias, () => labelText(scalar, to));
        },
    });
    return edits;
}
/** In patterns the dots are escaped, and once more inside double quotes. */
function renamed(source, from, to) {
    const pattern = new RegExp(`(^|[^A-Za-z0-9_-])${escapePattern(from)}(\\\\{0,2}\\.internal)(?![A-Za-z0-9_-])`, 'g');
    return source.replace(pattern, (_, before, after) => `${before}${to}${after}`);
}
/** Is this the place of `fly_app: <app>` among labels, or of the replacement of a relabelling into fly_app? */
function namesApp(path) {
    const key = keyOf(path.at(-1));
    if (key === 'fly_app')
        return true;
    const map = path.at(-2);
    return key === 'replacement' && (0,yaml_dist/* isMap */.jh)(map) && rewrite_internal_names_textOf(map.get('target_label', true)) === 'fly_app';
}
function keyOf(pair) {
    return (0,yaml_dist/* isPair */.tO)(pair) ? rewrite_internal_names_textOf(pair.key) : undefined;
}
function rewrite_internal_names_textOf(node) {
    return (0,yaml_dist/* isScalar */.jn)(node) ? node.value : undefined;
}
/** An app may be called 123 or true: other readers than Prometheus would see no text in that without quotes. */
function labelText(scalar, to) {
    const isQuoted = scalar.type === 'QUOTE_DOUBLE' || scalar.type === 'QUOTE_SINGLE';
    return isQuoted || typeof (0,yaml_dist.parse)(to) !== 'string' ? JSON.stringify(to) : to;
}
//# sourceMappingURL=rewrite-internal-names.js.map
;// CONCATENATED MODULE: ./packages/stages/lib/deploy-monitoring/prometheus-file.js


/** Absolute patterns are paths in the image, and are not read. */
async function readPrometheusFiles(file, text, { files, context }) {
    const config = parsePrometheusConfig(text, { file });
    const { files: included } = await readIncludedFiles(config, { files, workspace: context.workspace });
    return { file, text, included };
}
/**
 * The configuration for this deployment: the app in `.internal` names, and the external labels that tell deployments
 * apart where the file has them. Comments and layout stay.
 * @throws SuiteError PROMETHEUS_CONFIG_INVALID
 */
function adaptPrometheusFiles(files, deployment) {
    const own = renameApp(files, deployment.monitoredApp);
    return { ...own, text: setExternalLabels(own.text, deployment) };
}
/** All files name one app, so they are read together to find out which. */
function renameApp(files, to) {
    if (to === undefined)
        return files;
    const from = appToRename(appsOf(parsePrometheusConfig(files.text, files)), to);
    if (from === undefined)
        return files;
    const renamed = (text) => rewriteInternalNames(text, { from, to });
    return {
        ...files,
        text: renamed(files.text),
        included: files.included.map(({ path, text }) => ({ path, text: renamed(text) })),
    };
}
function judgePrometheusFiles(files, monitoredApp) {
    const config = parsePrometheusConfig(files.text, files);
    const wrong = config.problems
        .filter(({ level }) => level === 'error')
        .map(({ file, line, message }) => `${file}:${line}: ${message}`);
    const apps = appsOf(config);
    if (monitoredApp === undefined)
        return { wrong, needsName: apps.length > 0 };
    if (wrong.length > 0 || apps.length === 0 || apps.includes(monitoredApp))
        return { wrong, needsName: false };
    return { wrong: [`${files.file}: no job names ${monitoredApp}; they name ${apps.join(', ')}.`], needsName: false };
}
/** The other files that a configuration needs beside it. */
function filePatterns({ file, text }) {
    const { ruleFiles, scrapeConfigFiles } = parsePrometheusConfig(text, { file });
    const patternsOf = (key, patterns) => 
    // An absolute one is a path in the image, where this configuration has no say.
    patterns
        .filter((pattern) => !pattern.startsWith('/'))
        .map((pattern) => ({ key, pattern: external_node_path_.posix.join(external_node_path_.posix.dirname(file), pattern) }));
    return [...patternsOf('rule_files', ruleFiles), ...patternsOf('scrape_config_files', scrapeConfigFiles)];
}
//# sourceMappingURL=prometheus-file.js.map
;// CONCATENATED MODULE: ./packages/stages/lib/deploy-monitoring/build-source.js






function configProblem(message) {
    return new suite_error/* SuiteError */.$K({
        code: 'PROMETHEUS_CONFIG_INVALID',
        message,
        hint: 'Correct the named line and try "promtool check config --syntax-only" on your machine.',
    });
}
async function findBuildSource(question, tools) {
    const { inputs, texts, problems } = question;
    const changed = changedFiles(question);
    if (texts.dockerfile === '')
        return undefined;
    const found = await contextFiles(texts.dockerfile, tools.context.workspace, tools.files);
    if (found.kind === 'everything') {
        if (changed.size > 0)
            problems.input(wholeCheckout(inputs, [...changed.keys()]));
        return { source: { kind: 'checkout' }, identity: undefined };
    }
    const path = external_node_path_.posix.normalize(inputs.prometheusConfig);
    for (const source of found.missing) {
        problems.input(`${inputs.dockerfile} copies "${source}", and there is no such file in the checkout.`);
    }
    if (texts.prometheusConfig !== '' && !found.files.some((file) => file.path === path)) {
        problems.input(`${inputs.dockerfile} does not copy ${path} (input "prometheus-config"), so the image would not have it.`);
    }
    checkOtherFiles(question, found.files);
    checkVersion(question);
    const source = { kind: 'files', files: found.files, changed };
    return { source, identity: await identityOf(source, texts.dockerfile, tools) };
}
/** By their paths in the checkout. */
function changedFiles({ prometheus, written }) {
    const before = new Map(written.included.map(({ path, text }) => [path, text]));
    const included = prometheus.included.filter(({ path, text }) => before.get(path) !== text);
    const own = prometheus.text === written.text ? [] : [{ path: external_node_path_.posix.normalize(prometheus.file), text: prometheus.text }];
    return new Map([...own, ...included].map(({ path, text }) => [path, text]));
}
function wholeCheckout({ dockerfile }, paths) {
    return `${dockerfile} copies the whole checkout, so ${paths.join(', ')} cannot be changed for this deployment; name the files in COPY, or write the app and environment into the file.`;
}
/** A pattern that matches nothing is no error for Prometheus; nobody would be alerted then, or less be scraped. */
function checkOtherFiles({ prometheus, problems }, files) {
    if (prometheus.text === '')
        return;
    for (const { key, pattern } of filePatterns(prometheus)) {
        if (files.some((file) => globPattern(pattern).test(file.path)))
            continue;
        problems.add(configProblem(`${prometheus.file}: ${key} names ${pattern}, and the image would have no such file.`));
    }
}
/** Prometheus would not start, and the machine be restarted until Fly gives up. */
function checkVersion({ inputs, texts, prometheus, problems }) {
    const version = pinnedVersion(texts.dockerfile);
    const { scrapeConfigFiles } = parsePrometheusConfig(prometheus.text, prometheus);
    if (scrapeConfigFiles.length === 0 || knowsIncludes(version))
        return;
    problems.input(`${prometheus.file} has scrape_config_files, which Prometheus reads since 2.43, and ${inputs.dockerfile} is built from ${version}: take a newer image, or write the jobs into scrape_configs.`);
}
async function identityOf({ files, changed }, dockerfile, tools) {
    const lines = await Promise.all(files.map(async ({ path, imagePath }) => {
        const text = changed.get(path);
        const sum = text === undefined ? await tools.files.sha256((0,external_node_path_.join)(tools.context.workspace, path)) : build_source_sha256(text);
        return `${imagePath} ${sum ?? 'none'}`;
    }));
    return [build_source_sha256(dockerfile), ...lines.sort()].join('\n');
}
function build_source_sha256(text) {
    return (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex');
}
//# sourceMappingURL=build-source.js.map
;// CONCATENATED MODULE: ./packages/fly/lib/config/render-fly-toml.js



/**
 * The same configuration, changed where a deploy needs it; for a temporary file, as comments are lost.
 *
 * `build.dockerfile` and `build.ignorefile` are taken out: flyctl reads them relative to the file, which lies elsewhere
 * now, and prefers them to its flags; an ignore file that is not there silently means no rules.
 */
function renderFlyToml(text, variant) {
    const root = inTodaysForm(parseToml(text, variant.file));
    if (variant.app !== undefined)
        root['app'] = variant.app;
    if (variant.primaryRegion !== undefined)
        root['primary_region'] = variant.primaryRegion;
    if (variant.publicServices === 'none')
        removePublicServices(root);
    if (render_fly_toml_isTable(root['build'])) {
        const { dockerfile: _, ignorefile: __, ...build } = root['build'];
        root['build'] = build;
    }
    if (variant.env !== undefined)
        root['env'] = { ...(render_fly_toml_isTable(root['env']) ? root['env'] : {}), ...variant.env };
    return stringify(root, { numbersAsFloat: true });
}
/** A service without ports stays: it is reached by Flycast only. */
function removePublicServices(root) {
    delete root['http_service'];
    const services = [root['services'] ?? []]
        .flat()
        .filter((service) => render_fly_toml_isTable(service) && service['ports'] === undefined);
    if (services.length === 0)
        delete root['services'];
    else
        root['services'] = services;
}
function render_fly_toml_isTable(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
//# sourceMappingURL=render-fly-toml.js.map
;// CONCATENATED MODULE: ./packages/stages/lib/deploy-monitoring/machine-config.js



/** What the image's entrypoint is told besides secrets. */
function machineEnvironment({ inputs, access, source }) {
    const path = external_node_path_.posix.normalize(inputs.prometheusConfig);
    const config = source?.kind === 'files' ? source.files.find((file) => file.path === path) : undefined;
    const insecureHost = inputs.remoteWriteUrl === undefined ? undefined : readableHost(inputs.remoteWriteUrl);
    return {
        PROMETHEUS_ACCESS: access,
        ...(config === undefined ? {} : { PROMETHEUS_CONFIG: config.imagePath }),
        // Was checked against allow-insecure-http; the entrypoint refuses plain http as well.
        ...(insecureHost === undefined ? {} : { ALLOW_INSECURE_HTTP: insecureHost }),
        // Links in alerts lead there.
        ...(access === 'private' ? {} : { PROMETHEUS_EXTERNAL_URL: `https://${inputs.monitoringApp}.fly.dev` }),
    };
}
function renderConfig({ inputs, access, env, text }) {
    return renderFlyToml(text, {
        file: inputs.config,
        app: inputs.monitoringApp,
        publicServices: access === 'private' ? 'none' : 'kept',
        env,
        ...(inputs.region === undefined ? {} : { primaryRegion: inputs.region }),
    });
}
//# sourceMappingURL=machine-config.js.map
;// CONCATENATED MODULE: ./packages/stages/lib/deploy-monitoring/basic-auth.js



/** bcrypt looks at no more than this; the rest of a longer password would protect nothing. */
const longestPasswordBytes = 72;
/** About 0.1 s for the first request of a client; Prometheus remembers it afterwards. */
const bcryptCost = 10;
/** The user as which Prometheus scrapes itself; the image's entrypoint has the same name. */
const selfUser = 'self-scrape';
/**
 * The line `user:$2b$10$…` for the secret PROMETHEUS_BASIC_AUTH. The salt is made from app, user and password, so
 * that the same password gives the same line and an unchanged deployment stays unchanged.
 */
async function prometheusBasicAuth({ app, user, password }) {
    return new secret/* Secret */.zh(`${user}:${await bcryptLine(`${app}\0${user}`, password.reveal())}`);
}
/**
 * `password:$2b$10$…` for the secret PROMETHEUS_SELF_AUTH: a password that nobody has to know, made from the one that
 * is given.
 */
async function prometheusSelfAuth({ app, user, password }) {
    const own = await slowDigest(password.reveal(), { salt: `${app}\0${user}\0${selfUser}`, bytes: 24 });
    const ownPassword = own.toString('base64url');
    return new secret/* Secret */.zh(`${ownPassword}:${await bcryptLine(`${app}\0${selfUser}`, ownPassword)}`);
}
/** bcrypt is loaded here because only a protected Prometheus needs it. */
async function bcryptLine(context, password) {
    const { default: bcrypt } = await __nccwpck_require__.e(/* import() */ 242).then(__nccwpck_require__.bind(__nccwpck_require__, 6242));
    const salt = (0,external_node_crypto_.createHash)('sha256').update(`${context}\0${password}`).digest().subarray(0, 16);
    return bcrypt.hashSync(password, `$2b$${bcryptCost}$${bcrypt.encodeBase64([...salt], 16)}`);
}
//# sourceMappingURL=basic-auth.js.map
;// CONCATENATED MODULE: ./packages/stages/lib/deploy-monitoring/settings.js




function selectAccess({ access, prometheusPassword }) {
    return access ?? (prometheusPassword === undefined ? 'private' : 'protected');
}
/** Rules over several inputs. */
function checkInputs(inputs, problems) {
    if (inputs.create && inputs.org === undefined) {
        problems.input('Input "org" is missing; with create it must be a Fly organisation, "personal" for your own.');
    }
    checkRemoteWrite(inputs, problems);
    const password = inputs.prometheusPassword?.reveal();
    if (selectAccess(inputs) === 'protected' && password === undefined) {
        problems.input('Input "prometheus-password" (or the environment variable PROMETHEUS_PASSWORD) is missing; access "protected" needs it.');
    }
    if (password !== undefined && Buffer.byteLength(password) > longestPasswordBytes) {
        problems.input(`Input "prometheus-password" is longer than ${longestPasswordBytes} bytes; bcrypt ignores the rest.`);
    }
}
function checkRemoteWrite(inputs, problems) {
    const { remoteWriteUrl, remoteWriteUser, remoteWritePassword } = inputs;
    const parts = {
        'remote-write-url': remoteWriteUrl,
        'remote-write-user': remoteWriteUser,
        'remote-write-password': remoteWritePassword,
    };
    const missing = Object.entries(parts).flatMap(([name, value]) => (value === undefined ? [name] : []));
    if (missing.length > 0 && missing.length < 3) {
        problems.input(`Remote write needs all three or none of them; missing: ${missing.join(', ')}.`);
    }
    if (remoteWriteUrl !== undefined) {
        const problem = remoteWriteProblem(new URL(remoteWriteUrl));
        if (problem !== undefined)
            problems.input(`Input "remote-write-url" is "${remoteWriteUrl}"; ${problem}.`);
    }
    // Its password is asked for above, so the address is judged as if it were there.
    const address = { input: 'remote-write-url', url: remoteWriteUrl, credential: 'remote-write-password' };
    for (const problem of plainHttpProblems([address], inputs.allowInsecureHttp))
        problems.input(problem);
    if (remoteWritePassword !== undefined && /\s/.test(remoteWritePassword.reveal())) {
        problems.input('Input "remote-write-password" has a blank or a line break inside; a token has none.');
    }
}
/** Prometheus itself accepts nearly everything, reports ready, and then tries for ever. */
function remoteWriteProblem(url) {
    if (url.pathname === '/')
        return 'it must have a path, such as /api/prom/push';
    if (url.search !== '' || url.hash !== '')
        return 'it must have no query: it is shown in logs and on status pages';
    return undefined;
}
/** Where the inputs and the fly.toml contradict each other. */
function checkConfig(inputs, config, problems) {
    const access = selectAccess(inputs);
    // A protected or open Prometheus is asked through its public service.
    if (access !== 'private' && !hasPublicServices(config)) {
        problems.input(`Access "${access}" needs a public service, and ${inputs.config} has no [http_service]; add one with internal_port = 9090, or use access "private".`);
    }
    const named = config.build.dockerfile;
    if (named !== undefined && (0,external_node_path_.resolve)(inputs.config, '..', named) !== (0,external_node_path_.resolve)(inputs.dockerfile)) {
        problems.input(`Input "dockerfile" is "${inputs.dockerfile}", but [build] in ${inputs.config} names "${named}"; make them the same.`);
    }
}
/** What the machine gets as secrets; the names are the contract with the image's entrypoint. */
async function monitoringSecrets(inputs, problems) {
    const { remoteWriteUrl, remoteWriteUser, remoteWritePassword, metricsToken, prometheusPassword } = inputs;
    const wanted = [
        // In one form: the entrypoint and Prometheus read addresses less freely than `URL` does.
        ['GRAFANA_PROMETHEUS_URL', asSecret(remoteWriteUrl && new URL(remoteWriteUrl).href)],
        ['GRAFANA_PROMETHEUS_USER', asSecret(remoteWriteUser)],
        ['GRAFANA_PROMETHEUS_API_KEY', remoteWritePassword],
        ['METRICS_TOKEN', metricsToken],
    ];
    const secrets = new Map(wanted.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
    if (selectAccess(inputs) === 'protected' && prometheusPassword !== undefined) {
        const credentials = { app: inputs.monitoringApp, user: inputs.prometheusUser, password: prometheusPassword };
        secrets.set('PROMETHEUS_BASIC_AUTH', await prometheusBasicAuth(credentials));
        secrets.set('PROMETHEUS_SELF_AUTH', await prometheusSelfAuth(credentials));
    }
    for (const problem of secretProblems(secrets))
        problems.input(problem);
    return secrets;
}
function asSecret(value) {
    return value === undefined ? undefined : new secret/* Secret */.zh(value);
}
//# sourceMappingURL=settings.js.map
;// CONCATENATED MODULE: ./packages/stages/lib/deploy-monitoring/prepare.js











const tokens = ['fly-monitoring-api-token', 'fly-api-token'];
/** @throws SuiteError that names everything that is wrong */
async function prepareMonitoring(raw, tools) {
    const { inputs: given, problems } = await parseFlyInputs({ spec: deployMonitoringInputs, tokens }, raw, tools);
    const inputs = await withNames(given, problems, tools);
    checkInputs(inputs, problems);
    const secrets = await monitoringSecrets(inputs, problems);
    protectDerived(secrets, tools);
    const texts = await readFiles(inputs, problems, tools);
    const written = await readPrometheusFiles(inputs.prometheusConfig, texts.prometheusConfig, tools);
    const prometheus = checkPrometheusFiles(inputs, written, problems);
    const source = await findBuildSource({ inputs, texts, prometheus, written, problems }, tools);
    const access = selectAccess(inputs);
    const env = machineEnvironment({ inputs, access, source: source?.source });
    const config = problems.attempt(() => {
        const rendered = renderConfig({ inputs, access, env, text: texts.config });
        const parsed = parseFlyToml(rendered, inputs.config);
        const written = parseFlyToml(texts.config, inputs.config);
        if (texts.config !== '')
            checkConfig(inputs, written, problems);
        return { rendered, parsed, named: written.build.ignoreFile };
    });
    tellUnusedHosts(deployMonitoringInputs, inputs, tools.log);
    const ignoreFile = await findIgnoreFile({ named: config?.named, config: inputs.config, problems }, tools);
    problems.throwIfAny();
    if (config === undefined || source === undefined)
        throw new Error('A missing file must have been a problem.');
    const app = inputs.monitoringApp;
    const fingerprint = await makeFingerprint({ app, image: source.identity, config: config.rendered, secrets });
    const dockerfile = (0,external_node_path_.resolve)(tools.context.workspace, inputs.dockerfile);
    const all = { ...env, [fingerprintVariable]: writeFingerprint(fingerprint) };
    return {
        inputs,
        access,
        dockerfile,
        ignoreFile,
        source: source.source,
        configText: renderConfig({ inputs, access, env: all, text: texts.config }),
        wanted: {
            app,
            config: config.parsed,
            image: { kind: 'build', dockerfile, buildArgs: new Map() },
            secrets,
            otherSecrets: 'owned',
            fingerprint,
            create: inputs.create && inputs.org !== undefined ? { organisation: inputs.org } : undefined,
            force: inputs.force ? 'always' : 'when-changed',
        },
    };
}
/** A name that is missing is a problem; an app that is not scraped by its name may stay unnamed. */
async function withNames(given, problems, { files, context, log }) {
    const question = { ...given, monitoringConfig: given.config };
    const place = { files, workspace: context.workspace };
    const { monitoredApp, monitoringApp } = await findAppNames(question, problems, place);
    if (monitoringApp === undefined)
        problems.input(namelessMonitoringApp(given.config));
    const inFile = await readName(given.config, problems, place);
    if (inFile !== undefined && inFile !== monitoringApp) {
        log.info(`${given.config} names the app ${inFile}; deploying it as ${monitoringApp}, as monitoring-app says.`);
    }
    return { ...given, monitoredApp, monitoringApp: monitoringApp ?? '' };
}
/** Hashes and passwords that were made here are masked like those that were given. */
function protectDerived(secrets, tools) {
    for (const name of ['PROMETHEUS_BASIC_AUTH', 'PROMETHEUS_SELF_AUTH']) {
        const secret = secrets.get(name);
        if (secret !== undefined)
            tools.protect(secret);
    }
}
/** Empty for a file that is not there, which is a problem already. */
async function readFiles(inputs, problems, tools) {
    const read = async (input, path) => {
        const text = await tools.files.readText((0,external_node_path_.resolve)(tools.context.workspace, path));
        if (text === undefined)
            problems.missingFile(input, path);
        return text ?? '';
    };
    return {
        config: await read('config', inputs.config),
        dockerfile: await read('dockerfile', inputs.dockerfile),
        prometheusConfig: await read('prometheus-config', inputs.prometheusConfig),
    };
}
/** The configuration as this deployment needs it. */
function checkPrometheusFiles(inputs, written, problems) {
    if (written.text === '')
        return written;
    const adapted = problems.attempt(() => adaptPrometheusFiles(written, inputs)) ?? written;
    const { wrong, needsName } = judgePrometheusFiles(adapted, inputs.monitoredApp);
    for (const message of wrong)
        problems.add(configProblem(message));
    if (needsName)
        problems.input(namelessApp(inputs.appConfig));
    return adapted;
}
//# sourceMappingURL=prepare.js.map
;// CONCATENATED MODULE: ./packages/stages/lib/fly-deployment/interrupted.js

/** What a person needs who finds a cancelled deployment: how far it came, what was live before, and where to look. */
function interruptedDeployment({ app, plan, during, done, cause }) {
    const before = done.length === 0 ? 'Nothing was changed before that.' : `Done before that: ${done.join('; ')}.`;
    return new suite_error/* SuiteError */.$K({
        code: 'INTERRUPTED',
        message: `The run was cancelled during "${during}". ${before} ${liveBefore(app, plan)}`,
        hint: `See what runs now with "fly machine list -a ${app}" and "fly releases -a ${app}", then run again: what was done is found and not done twice.`,
        cause,
    });
}
function liveBefore(app, { previous, live }) {
    const release = live ?? previous;
    if (release === undefined)
        return `No release of "${app}" was live before.`;
    const image = release.image === undefined ? '' : ` (${release.image})`;
    return `Live before this run: release ${release.version} of "${app}"${image}.`;
}
//# sourceMappingURL=interrupted.js.map
;// CONCATENATED MODULE: ./packages/stages/lib/fly-deployment/failed-deployment.js


/** A failed deploy, looked at: what each machine runs now, and the last words of one that does not do well. */
async function failedDeployment(run, { error, problems = [] }) {
    const { code, message, hint, isTemporary } = (0,suite_error/* toSuiteError */.oQ)(error);
    const now = await machinesNow(run);
    const parts = [
        message,
        ...problems.map(describeProblem),
        now === undefined ? 'Fly.io could not be asked what runs now.' : describeNow(now),
        await lastWords(run, suspectOf(problems, now?.find(({ id }) => message.includes(id)))),
    ];
    const whole = parts.filter((part) => part !== '').join('\n');
    const looked = new suite_error/* SuiteError */.$K({ code, message: whole, hint, isTemporary, cause: error });
    return { kind: 'failed', error: looked, now: now ?? [] };
}
async function machinesNow({ flyctl, wanted: { app } }) {
    try {
        return (await flyctl.machines(app)).filter(isOfRelease);
    }
    catch (thrown) {
        // The failure itself is what counts; that it could not be looked at is told beside it.
        if ((0,suite_error/* isSuiteError */.t$)(thrown))
            return undefined;
        throw thrown;
    }
}
function describeNow(machines) {
    if (machines.length === 0)
        return 'What runs now: no machine.';
    return ['What runs now:', ...machines.map((machine) => `- ${describeMachine(machine)}`)].join('\n');
}
/** Whose log may say why: a machine that still runs the release before has seen nothing of this one. */
function suspectOf(problems, named) {
    const machines = problems.flatMap((problem) => ('machine' in problem ? [problem] : []));
    const suspect = machines.find(({ kind }) => kind !== 'other-release');
    return (suspect?.machine ?? named ?? machines[0]?.machine)?.id;
}
async function lastWords({ flyctl, wanted: { app } }, id) {
    if (id === undefined)
        return '';
    const log = await flyctl.lastLogLines(app, id);
    switch (log.kind) {
        case 'denied':
            return `This token may not read logs; "fly logs -a ${app}" with a token of the organisation ("fly tokens create org") shows them.`;
        case 'unavailable':
            return `Fly.io could not show the logs now; "fly logs -a ${app}" shows them later.`;
        case 'read':
            return log.lines.length === 0 ? '' : [`Last lines of machine ${id}:`, ...log.lines].join('\n');
    }
}
/** A blue machine that flyctl could not destroy; the proxy may start it again, with the release before. */
function leftBehind(app, version, ids) {
    const named = ids.join(' ');
    return new suite_error/* SuiteError */.$K({
        code: 'DEPLOY_NOT_LIVE',
        message: `flyctl reported success, but release ${version} of "${app}" is not live alone: machines of a release before were left: ${named}.`,
        hint: `Run again, or destroy them with "fly machine destroy --force -a ${app} ${named}"; until then the proxy may start them.`,
    });
}
function notLive(app, what, seen = '') {
    return new suite_error/* SuiteError */.$K({
        code: 'DEPLOY_NOT_LIVE',
        message: `flyctl reported success, but ${what} "${app}" is not live.${seen === '' ? '' : ` ${seen}`}`,
        hint: `Look at "fly machine list -a ${app}" and "fly logs -a ${app}"; an image that cannot be pulled makes Fly put the old version back silently.`,
    });
}
//# sourceMappingURL=failed-deployment.js.map
;// CONCATENATED MODULE: ./packages/stages/lib/fly-deployment/judge-deploy.js



/**
 * What the machines say after flyctl has ended, whatever it said itself: it has been seen to report success for a
 * release that was put back, to fail after all was done, and to hang.
 */
async function judgeDeploy(run, outcome, tools) {
    const list = await listReleases(run);
    const version = await newVersion(list, run, outcome);
    if (version === undefined)
        return failedDeployment(run, { outcome, error: noRelease(run, outcome) });
    const doubt = doubtOf(list, version);
    const proof = await proveSoon(run, version, tools);
    if (proof.kind === 'proved' && outcome.kind === 'released' && doubt === '') {
        return deployed(proof, unfinished(list, version));
    }
    const started = proof.kind === 'unproved' ? await startStopped(run, proof, tools) : [];
    const isWorthWatching = proof.kind === 'proved' ? keepsRunning(outcome) : started.length > 0;
    const watched = isWorthWatching ? await proveSteady(run, version, tools) : proof;
    if (isWorthWatching && watched.kind === 'proved')
        return deployed(watched, noticeOf(outcome, { doubt, started }));
    const problems = watched.kind === 'unproved' ? watched.problems : [];
    const error = outcome.kind === 'released' ? unproved(run, { version, doubt, problems }) : outcome.error;
    return failedDeployment(run, { outcome, error, problems });
}
function unproved(run, { version, doubt, problems }) {
    const left = problems.flatMap((problem) => problem.kind === 'other-release' && problem.machine.state === 'stopped' ? [problem.machine.id] : []);
    const isOnlyLeft = left.length > 0 && left.length === problems.length;
    return isOnlyLeft && strategyOf(run) === 'bluegreen'
        ? leftBehind(run.wanted.app, version, left)
        : notLive(run.wanted.app, `release ${version} of`, doubt);
}
function strategyOf({ request, wanted }) {
    return request.strategy ?? wanted.config.deploy.strategy;
}
function deployed(live, notice) {
    return { kind: 'deployed', live, notice };
}
async function listReleases({ flyctl, wanted: { app } }) {
    try {
        return { kind: 'listed', releases: await flyctl.releases(app) };
    }
    catch (thrown) {
        if (!(0,suite_error/* isSuiteError */.t$)(thrown))
            throw thrown;
        return { kind: 'unlisted', why: thrown.message.replace(/\n[\s\S]*/, '') };
    }
}
/** Undefined when this deploy made none. */
async function newVersion(list, { flyctl, plan, wanted: { app } }, outcome) {
    const told = outcome.kind === 'released' ? outcome.release?.version : undefined;
    const version = told ?? (list.kind === 'listed' ? list.releases[0]?.version : newestOf(await flyctl.machines(app)));
    return version !== undefined && version > plan.newestVersion ? version : undefined;
}
/** A machine tells the release that it was made for. */
function newestOf(machines) {
    return Math.max(0, ...machines.filter(isOfRelease).map(({ config }) => config?.releaseVersion ?? 0));
}
/**
 * flyctl has ended with 0 for releases that it wrote down as failed (flyctl#2651): then, and when it cannot be known, the
 * machines are watched.
 */
function doubtOf(list, version) {
    if (list.kind === 'unlisted')
        return `Whether Fly lists release ${version} as complete is not known: ${list.why}`;
    const status = statusIn(list, version);
    return status === 'failed' || status === 'interrupted' ? `Fly lists release ${version} as ${status}.` : '';
}
/** flyctl goes on when it cannot write down how a release ended (flyctl machines_deploymachinesapp.go:111-119). */
function unfinished(list, version) {
    const status = statusIn(list, version);
    return status === 'running' || status === 'pending' ? `Fly lists release ${version} as ${status}.` : undefined;
}
function statusIn(list, version) {
    return list.kind === 'listed' ? list.releases.find((release) => release.version === version)?.status : undefined;
}
function noRelease({ wanted: { app } }, outcome) {
    if (outcome.kind !== 'released')
        return outcome.error;
    return notLive(app, 'a new release of', 'flyctl ended without an error and made no release.');
}
/** flyctl has watched a machine crash again and again: that it is up at the moment proves nothing. */
function keepsRunning(outcome) {
    if (outcome.kind !== 'failed')
        return true;
    const { kind } = outcome.failure;
    return kind !== 'smoke-check-failed' && !kind.startsWith('release-command-');
}
function noticeOf(outcome, { doubt, started }) {
    const told = outcome.kind === 'released' ? doubt : outcome.error.message;
    const start = started.length === 0 ? '' : `Stopped machines, which a deploy does not start, were started: ${started.join(', ')}.`;
    return [told, start].filter((part) => part !== '').join(' ');
}
/**
 * Starts each machine that has the release and is stopped, once. A deploy updates such a machine and leaves it stopped
 * (flyctl machines_launchinput.go:299-317), so after a crash loop the release that mends it would never run.
 */
async function startStopped({ flyctl, wanted: { app } }, { problems }, { log }) {
    const stopped = problems.flatMap((problem) => (isStopped(problem) ? [problem.machine.id] : []));
    for (const id of stopped) {
        log.info(`→ start machine ${id}, which has the release and is stopped`);
        try {
            await flyctl.startMachine(app, id);
        }
        catch (thrown) {
            if (!(0,suite_error/* isSuiteError */.t$)(thrown))
                throw thrown;
            log.info(thrown.message);
        }
    }
    return stopped;
}
function isStopped(problem) {
    return problem.kind === 'not-started' && ['stopped', 'suspended', 'created'].includes(problem.machine.state);
}
/** flyctl has waited already; this is for what is written a moment later. */
const settleMs = 10_000;
/** As long as flyctl watches for a crash loop. */
const watchMs = 10_000;
/** `immediate` waits for nothing, so all the waiting is to be done here (flyctl machines_deploymachinesapp.go:776). */
async function proveSoon(run, version, tools) {
    return proveWithin(strategyOf(run) === 'immediate' ? run.request.waitTimeout.ms : settleMs, { run, version, tools });
}
async function proveWithin(budgetMs, { run, version, tools }) {
    let latest = { kind: 'unproved', problems: [] };
    await waitUntil(tools.clock, { budgetMs, firstDelayMs: 1_000, maxDelayMs: 5_000, factor: 2 }, async () => {
        latest = await proveNow(run, version);
        return latest.kind === 'proved' ? { kind: 'done', value: latest } : { kind: 'retry', observed: 'not proved yet' };
    });
    return latest;
}
async function proveNow({ flyctl, wanted }, version) {
    const machines = await flyctl.machines(wanted.app);
    return proveRelease(machines, { version, sleepingGroups: sleepingGroups(wanted.config, machines) });
}
/** Proved, and still proved after the time in which a crash shows, without an exit meanwhile. */
async function proveSteady(run, version, tools) {
    const first = await proveWithin(run.request.waitTimeout.ms, { run, version, tools });
    if (first.kind === 'unproved')
        return first;
    await tools.clock.sleep(watchMs);
    const second = await proveNow(run, version);
    if (second.kind === 'unproved')
        return second;
    const exited = second.machines.filter((machine) => hasExitedSince(machine, first.machines));
    const problems = exited.map((machine) => ({ kind: 'not-started', machine }));
    return exited.length === 0 ? second : { kind: 'unproved', problems };
}
function hasExitedSince({ id, lastExit }, before) {
    return before.find((machine) => machine.id === id)?.lastExit?.at !== lastExit?.at;
}
//# sourceMappingURL=judge-deploy.js.map
;// CONCATENATED MODULE: ./packages/stages/lib/fly-deployment/run.js






/**
 * Does the steps of the plan.
 * @throws SuiteError from a step before the deploy; then what was live is still live
 */
async function runDeployment(run, tools) {
    const { plan, wanted } = run;
    const done = [];
    for (const step of plan.steps) {
        const during = describeStep(step, wanted.app);
        tools.log.info(`→ ${during}`);
        try {
            if (step.kind === 'deploy')
                return await deployAndProve(run, tools);
            await tellingWhatRan(() => prepareApp(run, step), nothingDeployed(wanted.app, done));
        }
        catch (thrown) {
            if (!(0,interruption/* isInterruption */.s)(thrown))
                throw thrown;
            const error = interruptedDeployment({ app: wanted.app, plan, during, done, cause: thrown });
            return { kind: 'interrupted', error };
        }
        done.push(during);
    }
    if (plan.live === undefined)
        throw new Error('A plan without a deploy needs a live release.');
    return { kind: 'unchanged', live: plan.live };
}
async function prepareApp({ flyctl, wanted: { app, secrets } }, step) {
    switch (step.kind) {
        case 'create-app':
            return flyctl.createApp(app, step.organisation);
        case 'allocate-address':
            return flyctl.allocateAddress(app, step.type);
        case 'create-volume':
            return flyctl.createVolume(app, step);
        case 'stage-secrets':
            return flyctl.stageSecrets(app, new Map([...secrets].filter(([name]) => step.names.includes(name))));
        case 'remove-secrets':
            return flyctl.stageSecretRemoval(app, step.names);
    }
}
async function deployAndProve(run, tools) {
    const outcome = await run.flyctl.deploy(run.request);
    try {
        return await judgeDeploy(run, outcome, tools);
    }
    catch (thrown) {
        if ((0,interruption/* isInterruption */.s)(thrown))
            throw thrown;
        // Fly could not be asked: what flyctl said is all that is known.
        return failedDeployment(run, {
            outcome,
            error: outcome.kind === 'released' ? (0,suite_error/* toSuiteError */.oQ)(thrown) : outcome.error,
        });
    }
}
//# sourceMappingURL=run.js.map
;// CONCATENATED MODULE: ./packages/stages/lib/fly-deployment/timeouts.js
/** A build without any cache, on a builder that has to be started first. */
const buildMs = 15 * 60_000;
/** Starting, checking and the pause in which flyctl watches for a crash loop. */
const overheadMs = 60_000;
/** flyctl's own, for a release command whose time the file does not tell (internal/command/deploy/deploy.go). */
const releaseCommandMs = 5 * 60_000;
/** The input, else what the fly.toml says, else `defaultMs`. */
function waitTimeoutOf(input, { deploy }, defaultMs) {
    if (input !== undefined)
        return { ms: input, from: 'input' };
    if (deploy.waitTimeoutMs !== undefined)
        return { ms: deploy.waitTimeoutMs, from: 'file' };
    return { ms: defaultMs, from: 'default' };
}
/**
 * Of a whole deploy. flyctl's own limit is for each machine and each step, and it has been seen to hang after all was
 * done.
 */
function totalTimeoutMs({ waitTimeout, image, deploy }) {
    const command = deploy.releaseCommand === undefined ? 0 : (deploy.releaseCommandTimeoutMs ?? releaseCommandMs);
    return 2 * waitTimeout.ms + overheadMs + command + (image.kind === 'build' ? buildMs : 0);
}
/** Kept of a stage's time for looking at the machines after a deploy, starting stopped ones and telling what is known. */
const lookMs = 90_000;
//# sourceMappingURL=timeouts.js.map
;// CONCATENATED MODULE: ./packages/fly/lib/flyctl/open-tunnel.js


/**
 * A way to a port that has no public address. It is open when any HTTP answer has come through: `flyctl proxy` listens
 * before the private network is there, and ends when the name of the app is not in the private DNS yet.
 *
 * @throws SuiteError NETWORK_UNREACHABLE
 */
async function openTunnel(flyctl, edges, request) {
    const { app, remotePort } = request;
    const localPort = await edges.files.freePort();
    const agent = await flyctl.openAgent(edges.files);
    const proxy = new WatchedProxy(flyctl, { app, localPort, remotePort, agent });
    const close = async () => {
        try {
            await proxy.stop();
        }
        finally {
            await agent.end();
        }
    };
    const url = `http://127.0.0.1:${localPort}`;
    try {
        const opened = await waitForAnswer(url, proxy, { edges, budgetMs: request.budgetMs });
        if (opened.kind !== 'done')
            throw notOpened(request, opened);
        return { url, close };
    }
    catch (thrown) {
        await close();
        throw thrown;
    }
}
function waitForAnswer(url, proxy, { edges, budgetMs }) {
    const plan = { budgetMs, firstDelayMs: 200, maxDelayMs: 2_000, factor: 1.5 };
    return waitUntil(edges.clock, plan, async () => {
        const answer = await edges.http.send({ url: `${url}/`, timeoutMs: 5_000 });
        if (answer.kind === 'response')
            return { kind: 'done', value: answer.status };
        const { failure } = proxy;
        if (failure === undefined)
            return { kind: 'retry', observed: `${answer.detail}${proxy.earlierWords}` };
        if (hopeless.has(failure.kind))
            return { kind: 'final', observed: failure.said };
        proxy.start();
        return { kind: 'retry', observed: `flyctl proxy ended: ${failure.said}` };
    });
}
/** More tries change nothing. */
const hopeless = new Set([
    'token-refused',
    'login-missing',
    'app-missing',
    'not-found',
]);
/** `flyctl proxy`, which is started again when it has ended too early. */
class WatchedProxy {
    #flyctl;
    #request;
    #running;
    #failure;
    #earlier;
    constructor(flyctl, request) {
        this.#flyctl = flyctl;
        this.#request = request;
        this.#running = this.#watch();
    }
    /** Undefined while it runs. */
    get failure() {
        return this.#failure;
    }
    /** Of one before it: that it was started again a moment ago is not why there is no way. */
    get earlierWords() {
        return this.#earlier === undefined ? '' : `; flyctl proxy had ended before: ${this.#earlier.said}`;
    }
    start() {
        this.#earlier = this.#failure;
        this.#running = this.#watch();
    }
    stop() {
        return this.#running.stop();
    }
    #watch() {
        this.#failure = undefined;
        const running = this.#flyctl.startProxy(this.#request);
        void running.ended.then((outcome) => {
            this.#failure = failureOf(outcome) ?? { kind: 'other', said: 'without an error' };
        });
        return running;
    }
}
function notOpened({ app, remotePort, budgetMs }, { attempts, last }) {
    return new suite_error/* SuiteError */.$K({
        code: 'NETWORK_UNREACHABLE',
        message: `Port ${remotePort} of "${app}" gave no answer through flyctl proxy within ${formatDuration(budgetMs)} (${attempts} attempts, last: ${last}).`,
        hint: `Look at "fly logs -a ${app}"; the token must be one that may use WireGuard, as deploy and org tokens may.`,
    });
}
//# sourceMappingURL=open-tunnel.js.map
;// CONCATENATED MODULE: ./packages/kit/lib/shape.js
/** A field of an outside document that is not what it must be; caught where a whole document is parsed. */
class WrongField extends Error {
    constructor(path, expected, seen) {
        super(`${path === '' ? 'the document' : path} must be ${expected}, is ${shape_shown(seen)}`);
        this.name = 'WrongField';
    }
}
const longestShown = 40;
function shape_shown(value) {
    if (value === undefined)
        return 'missing';
    if (Array.isArray(value))
        return 'a list';
    if (typeof value === 'object' && value !== null)
        return 'an object';
    const text = typeof value === 'string' ? JSON.stringify(value) : String(value);
    return text.length > longestShown ? `${text.slice(0, longestShown)}…` : text;
}
const asText = (value, path) => {
    if (typeof value !== 'string')
        throw new WrongField(path, 'a text', value);
    return value;
};
const asNumber = (value, path) => {
    if (typeof value !== 'number')
        throw new WrongField(path, 'a number', value);
    return value;
};
const asBoolean = (value, path) => {
    if (typeof value !== 'boolean')
        throw new WrongField(path, 'true or false', value);
    return value;
};
const asUnknown = (value) => value;
function oneOf(...words) {
    return (value, path) => {
        const word = words.find((candidate) => candidate === value);
        if (word === undefined)
            throw new WrongField(path, `one of ${words.join(', ')}`, value);
        return word;
    };
}
/** A Go nil slice is written as null, so null is an empty list. */
function listOf(item) {
    return (value, path) => {
        if (value === null)
            return [];
        if (!Array.isArray(value))
            throw new WrongField(path, 'a list', value);
        return value.map((one, index) => item(one, `${path}[${index}]`));
    };
}
function recordOf(item) {
    return (value, path) => Object.fromEntries(Object.entries(asObject(value, path)).map(([name, one]) => [name, item(one, at(path, name))]));
}
/** What stands for a missing or null field. */
function either(read, fallback) {
    return (value, path) => (value === undefined || value === null ? fallback : read(value, path));
}
/** An object with at least these fields; others are let through unseen, as servers add fields in minor releases. */
function fields(shape) {
    return (value, path) => {
        const object = asObject(value, path);
        const entries = Object.entries(shape).map(([name, read]) => [name, read(object[name], at(path, name))]);
        return Object.fromEntries(entries);
    };
}
function asObject(value, path) {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
        throw new WrongField(path, 'an object', value);
    return value;
}
function at(path, name) {
    return path === '' ? name : `${path}.${name}`;
}
/** The typed document, or the sentence that names the field that is wrong. */
function shape_readWhole(read, document) {
    try {
        return { ok: true, value: read(document, '') };
    }
    catch (error) {
        if (error instanceof WrongField)
            return { ok: false, problem: error.message };
        throw error;
    }
}
//# sourceMappingURL=shape.js.map
;// CONCATENATED MODULE: ./packages/prometheus/lib/api/time.js

/** Go's zero time, which stands for "never". */
const never = '0001-01-01T00:00:00Z';
/** RFC 3339, as Go writes it, in milliseconds since the epoch; undefined for "never". */
const asTime = (value, path) => {
    if (value === never)
        return undefined;
    const ms = typeof value === 'string' ? Date.parse(value) : Number.NaN;
    if (Number.isNaN(ms))
        throw new WrongField(path, 'a time such as 2026-01-31T10:00:00Z', value);
    return ms;
};
//# sourceMappingURL=time.js.map
;// CONCATENATED MODULE: ./packages/prometheus/lib/api/alertmanagers.js



/** Addresses to which Prometheus sends alerts, such as http://alerts:9093/api/v2/alerts. */
const asAlertmanagers = (value, path) => fields({ activeAlertmanagers: listOf(fields({ url: asText })) })(value, path).activeAlertmanagers.map(({ url }) => url);
/** /api/v2/alerts of an Alertmanager: a bare list. */
const asReceivedAlerts = listOf((value, path) => {
    const read = fields({
        labels: recordOf(asText),
        status: either(fields({ state: either(asText, '') }), undefined),
        updatedAt: either(asTime, undefined),
    });
    const { labels, status, updatedAt } = read(value, path);
    return { labels, state: status?.state ?? '', updatedMs: updatedAt };
});
const timeoutMs = 10_000;
/** `url` as Prometheus shows it. */
async function receivedAlerts(http, url) {
    return bareAnswer(`GET ${url}`, await http.send({ url, timeoutMs }), asReceivedAlerts);
}
//# sourceMappingURL=alertmanagers.js.map
;// CONCATENATED MODULE: ./packages/prometheus/lib/api/answer.js

const envelope = fields({
    status: oneOf('success', 'error'),
    errorType: either(asText, ''),
    error: either(asText, ''),
    warnings: either(listOf(asText), []),
    infos: either(listOf(asText), []),
});
/** An answer of /api/v1: an envelope whose `data` is read by `read`. */
function jsonAnswer(asked, reply, read) {
    const early = withoutBody(asked, reply);
    if (early !== undefined)
        return early;
    const response = reply;
    const base = answered(asked, response);
    const document = parseJson(response.body);
    if (!document.ok)
        return notJson(base, response);
    const head = shape_readWhole(envelope, document.value);
    if (!head.ok)
        return { ...base, kind: 'unexpected', problem: head.problem, isPage: false };
    const { status, errorType, error, warnings, infos } = head.value;
    if (status === 'error')
        return { ...base, kind: 'error', errorType, error };
    const whole = shape_readWhole(fields({ data: read }), document.value);
    if (!whole.ok)
        return { ...base, kind: 'unexpected', problem: whole.problem, isPage: false };
    return { ...base, kind: 'ok', value: whole.value.data, warnings: [...warnings, ...infos] };
}
/** An answer of the other programs around Prometheus: JSON without an envelope. */
function answer_bareAnswer(asked, reply, read) {
    const early = withoutBody(asked, reply);
    if (early !== undefined)
        return early;
    const response = reply;
    const base = answered(asked, response);
    const document = parseJson(response.body);
    if (!document.ok || response.status !== 200)
        return notJson(base, response);
    const whole = readWhole(read, document.value);
    return whole.ok
        ? { ...base, kind: 'ok', value: whole.value, warnings: [] }
        : { ...base, kind: 'unexpected', problem: whole.problem, isPage: false };
}
/** An answer in plain text, as /-/ready and /metrics give it. */
function textAnswer(asked, reply) {
    const early = withoutBody(asked, reply);
    if (early !== undefined)
        return early;
    const response = reply;
    const base = answered(asked, response);
    if (response.status !== 200 || looksLikePage(response))
        return notJson(base, response);
    return { ...base, kind: 'ok', value: response.body, warnings: [] };
}
/** Some gateways answer 401 to a token that is right and may not do this, and say so. */
const saysScope = /\b(scope|permission)s?\b/i;
/** What needs no more than a glance at the body. */
function withoutBody(asked, reply) {
    if (reply.kind === 'unreachable')
        return { asked, ...reply };
    const base = answered(asked, reply);
    if (reply.status === 401 || reply.status === 403) {
        return { ...base, kind: 'refused', lacksRight: reply.status === 403 || saysScope.test(reply.body) };
    }
    if (reply.status === 404)
        return { ...base, kind: 'not-found' };
    if (reply.status >= 300 && reply.status < 400) {
        const { location: to = 'somewhere else' } = reply.headers;
        return { ...base, kind: 'unexpected', problem: `it redirects (${reply.status}) to ${to}`, isPage: true };
    }
    return undefined;
}
function answered(asked, { status, headers }) {
    const { date = '' } = headers;
    const dateMs = Date.parse(date);
    return { asked, status, dateMs: Number.isNaN(dateMs) ? undefined : dateMs };
}
function notJson(base, response) {
    if ([502, 503, 504].includes(base.status))
        return { ...base, kind: 'not-ready' };
    const isPage = looksLikePage(response);
    const { 'content-type': type = 'an answer without a content type' } = response.headers;
    const what = isPage ? 'a web page' : type;
    const problem = `it answers ${base.status} with ${what}, which is not an answer of Prometheus`;
    return { ...base, kind: 'unexpected', problem, isPage };
}
function looksLikePage({ headers, body }) {
    const { 'content-type': type = '' } = headers;
    return type.includes('text/html') || /^\s*<(!doctype|html)/i.test(body.slice(0, 200));
}
function parseJson(text) {
    try {
        return { ok: true, value: JSON.parse(text) };
    }
    catch {
        return { ok: false };
    }
}
/** More tries change nothing: a wrong password stays wrong, a login page stays a login page. */
function isFinal(failure) {
    switch (failure.kind) {
        case 'refused':
        case 'not-found':
            return true;
        case 'unexpected':
            return failure.isPage;
        case 'unreachable':
            return failure.reason === 'tls';
        case 'not-ready':
        case 'error':
            return false;
    }
}
/** What was seen, as one clause for messages and evidence. */
function describeFailure(failure) {
    switch (failure.kind) {
        case 'refused':
            return `${failure.status} from ${failure.asked}`;
        case 'not-found':
            return `404 Not Found from ${failure.asked}`;
        case 'not-ready':
            return `${failure.status}, not ready, from ${failure.asked}`;
        case 'error':
            return `${failure.errorType}: ${failure.error} (${failure.asked})`;
        case 'unexpected':
            return `${failure.problem} (${failure.asked})`;
        case 'unreachable':
            return `${failure.detail} (${failure.asked})`;
    }
}
//# sourceMappingURL=answer.js.map
;// CONCATENATED MODULE: ./packages/prometheus/lib/api/query.js

/** PromQL writes numbers as texts, because JSON has neither NaN nor infinities. */
function asSampleValue(value, path) {
    const text = asText(value, path);
    const special = {
        NaN: Number.NaN,
        '+Inf': Number.POSITIVE_INFINITY,
        '-Inf': Number.NEGATIVE_INFINITY,
    };
    const number = special[text] ?? Number(text);
    if (Number.isNaN(number) && text !== 'NaN')
        throw new WrongField(path, 'a number in a text', value);
    return number;
}
const asPoint = (value, path) => {
    if (!Array.isArray(value) || typeof value[0] !== 'number')
        throw new WrongField(path, 'a pair of time and value', value);
    return { atMs: value[0] * 1_000, value: asSampleValue(value[1], `${path}[1]`) };
};
/** A native histogram: its count stands for it, which tells data from none. */
const asHistogramPoint = (value, path) => {
    if (!Array.isArray(value) || typeof value[0] !== 'number')
        throw new WrongField(path, 'a pair of time and histogram', value);
    const { count } = fields({ count: asSampleValue })(value[1], `${path}[1]`);
    return { atMs: value[0] * 1_000, value: count };
};
const asSeries = (value, path) => {
    const { metric } = fields({ metric: recordOf(asText) })(value, path);
    const object = value;
    const points = (name, read) => object[name] === undefined ? [] : read(object[name], `${path}.${name}`);
    return {
        labels: metric,
        points: [
            ...points('value', (one, at) => [asPoint(one, at)]),
            ...points('values', listOf(asPoint)),
            ...points('histogram', (one, at) => [asHistogramPoint(one, at)]),
            ...points('histograms', listOf(asHistogramPoint)),
        ],
    };
};
const asQueryResult = (value, path) => {
    const read = fields({ resultType: oneOf('vector', 'matrix', 'scalar', 'string'), result: asUnknown });
    const { resultType, result } = read(value, path);
    const at = `${path}.result`;
    switch (resultType) {
        case 'vector':
        case 'matrix':
            return { type: 'series', series: listOf(asSeries)(result, at) };
        case 'scalar':
            return { type: 'series', series: [{ labels: {}, points: [asPoint(result, at)] }] };
        case 'string':
            return { type: 'text', text: listOf(asUnknown)(result, at).slice(1).map(String).join('') };
    }
};
//# sourceMappingURL=query.js.map
;// CONCATENATED MODULE: ./packages/prometheus/lib/api/rules.js


const asRule = (value, path) => {
    const read = fields({
        type: asText,
        name: asText,
        query: asText,
        health: asText,
        lastError: either(asText, ''),
        lastEvaluation: either(asTime, undefined),
        labels: either(recordOf(asText), {}),
        state: either(asText, ''),
        alerts: either(listOf(asUnknown), []),
    })(value, path);
    const { alerts, lastEvaluation, type, ...rest } = read;
    const known = type === 'alerting' || type === 'recording' ? type : 'other';
    return { ...rest, type: known, lastEvaluationMs: lastEvaluation, alertCount: alerts.length };
};
const asRuleGroup = (value, path) => {
    const read = fields({
        name: asText,
        file: asText,
        interval: asNumber,
        lastEvaluation: either(asTime, undefined),
        rules: listOf(asRule),
    })(value, path);
    const { interval, lastEvaluation, ...rest } = read;
    return { ...rest, intervalMs: interval * 1_000, lastEvaluationMs: lastEvaluation };
};
const asRuleGroups = (value, path) => fields({ groups: listOf(asRuleGroup) })(value, path).groups;
//# sourceMappingURL=rules.js.map
;// CONCATENATED MODULE: ./packages/prometheus/lib/api/status.js


const asBuildInfo = fields({ version: asText, revision: either(asText, '') });
/** Only these keys: the documentation warns that the others may change. */
const asRuntimeInfo = (value, path) => {
    const read = fields({
        startTime: either(asTime, undefined),
        reloadConfigSuccess: asBoolean,
        lastConfigTime: either(asTime, undefined),
        storageRetention: either(asText, ''),
        timeSeriesCount: either(asNumber, undefined),
    })(value, path);
    return {
        startTimeMs: read.startTime,
        reloadConfigSuccess: read.reloadConfigSuccess,
        lastConfigTimeMs: read.lastConfigTime,
        storageRetention: read.storageRetention,
        timeSeriesCount: read.timeSeriesCount,
    };
};
const asFlags = recordOf(asText);
/** The loaded configuration as YAML, with defaults filled in. */
const asLoadedConfig = (value, path) => fields({ yaml: asText })(value, path).yaml;
//# sourceMappingURL=status.js.map
;// CONCATENATED MODULE: ./packages/prometheus/lib/api/targets.js


const asActiveTarget = (value, path) => {
    const read = fields({
        scrapePool: asText,
        labels: recordOf(asText),
        scrapeUrl: asText,
        health: oneOf('up', 'down', 'unknown'),
        lastError: asText,
        lastScrape: asTime,
        lastScrapeDuration: asNumber,
        scrapeInterval: either(asText, ''),
        scrapeTimeout: either(asText, ''),
    })(value, path);
    return {
        scrapePool: read.scrapePool,
        instance: read.labels['instance'] ?? read.scrapeUrl,
        labels: read.labels,
        scrapeUrl: read.scrapeUrl,
        health: read.health,
        lastError: read.lastError,
        lastScrapeMs: read.lastScrape,
        lastScrapeDurationMs: read.lastScrapeDuration * 1_000,
        scrapeIntervalMs: parseDuration(read.scrapeInterval),
        scrapeTimeoutMs: parseDuration(read.scrapeTimeout),
    };
};
const asActiveTargets = (value, path) => fields({ activeTargets: listOf(asActiveTarget) })(value, path).activeTargets;
//# sourceMappingURL=targets.js.map
;// CONCATENATED MODULE: ./packages/prometheus/lib/api/client.js







const client_defaultTimeoutMs = 15_000;
/** Asks one Prometheus. Every answer is a union: nothing that a server says is thrown. */
function prometheusApi(server) {
    const get = (path, read) => askJson(server, { path, read });
    const post = (path, form, read) => askJson(server, { path, read, form });
    return {
        ready: () => askText(server, '/-/ready'),
        buildInfo: () => get('/api/v1/status/buildinfo', asBuildInfo),
        runtimeInfo: () => get('/api/v1/status/runtimeinfo', asRuntimeInfo),
        flags: () => get('/api/v1/status/flags', asFlags),
        config: () => get('/api/v1/status/config', asLoadedConfig),
        serverTime: async () => clockOf(await post('/api/v1/query', [['query', 'time()']], asQueryResult)),
        targets: (pool) => get(`/api/v1/targets?state=active${poolFilter(pool)}`, asActiveTargets),
        rules: () => get('/api/v1/rules', asRuleGroups),
        query: (expr, atMs) => post('/api/v1/query', [['query', expr], ...(atMs === undefined ? [] : [['time', seconds(atMs)]])], asQueryResult),
        queryRange: (expr, { startMs, endMs, stepMs }) => post('/api/v1/query_range', [
            ['query', expr],
            ['start', seconds(startMs)],
            ['end', seconds(endMs)],
            ['step', seconds(stepMs)],
        ], asQueryResult),
        series: (selectors, { startMs, endMs }) => post('/api/v1/series', [...selectors.map((one) => ['match[]', one]), ['start', seconds(startMs)], ['end', seconds(endMs)]], listOf(recordOf(asText))),
        announces: async (metric, job) => anyOf(await get(metadataPath(metric, job), listOf(asUnknown))),
        alertmanagers: () => get('/api/v1/alertmanagers', asAlertmanagers),
        metricsText: () => askText(server, '/metrics'),
    };
}
async function askJson(server, { path, read, form }) {
    const url = `${server.baseUrl}${path}`;
    const timeoutMs = server.timeoutMs ?? client_defaultTimeoutMs;
    if (form === undefined) {
        return jsonAnswer(`GET ${url}`, await server.http.send({ url, timeoutMs, headers: headersOf(server) }), read);
    }
    const body = new URLSearchParams(form.map(([name, value]) => [name, value])).toString();
    const headers = { ...headersOf(server), 'content-type': 'application/x-www-form-urlencoded' };
    return jsonAnswer(`POST ${url}`, await server.http.send({ url, method: 'POST', body, timeoutMs, headers }), read);
}
async function askText(server, path) {
    const url = `${server.baseUrl}${path}`;
    const request = { url, timeoutMs: server.timeoutMs ?? client_defaultTimeoutMs, headers: headersOf(server) };
    return textAnswer(`GET ${url}`, await server.http.send(request));
}
function headersOf({ auth }) {
    if (auth === undefined)
        return {};
    if ('token' in auth)
        return { authorization: `Bearer ${auth.token.reveal()}` };
    const pair = Buffer.from(`${auth.user}:${auth.password.reveal()}`).toString('base64');
    return { authorization: `Basic ${pair}` };
}
function poolFilter(pool) {
    return pool === undefined ? '' : `&scrapePool=${encodeURIComponent(pool)}`;
}
function metadataPath(metric, job) {
    const target = job === undefined ? '' : `&match_target=${encodeURIComponent(`{job=${JSON.stringify(job)}}`)}`;
    return `/api/v1/targets/metadata?limit=1&metric=${encodeURIComponent(metric)}${target}`;
}
/** Older versions say with a 404 that nothing was found. */
function anyOf(answer) {
    if (answer.kind === 'ok')
        return { ...answer, value: answer.value.length > 0 };
    return answer.kind === 'not-found' ? { ...answer, kind: 'ok', value: false, warnings: [] } : answer;
}
function seconds(ms) {
    return (ms / 1_000).toFixed(3);
}
/** An agent refuses queries, yet its answer carries a Date header. */
function clockOf(answer) {
    if (answer.kind !== 'ok') {
        if (answer.kind !== 'error' || answer.dateMs === undefined)
            return answer;
        return { ...answer, kind: 'ok', value: answer.dateMs, warnings: [] };
    }
    const value = answer.value.type === 'series' ? answer.value.series[0]?.points[0]?.value : undefined;
    if (value === undefined)
        return { ...answer, kind: 'unexpected', problem: 'time() has no value', isPage: false };
    return { ...answer, value: value * 1_000 };
}
//# sourceMappingURL=client.js.map
;// CONCATENATED MODULE: ./packages/stages/lib/deploy-monitoring/ready.js



/** Where Prometheus listens in its machine. */
const prometheusPort = 9090;
/**
 * Waits until Prometheus is ready, which Fly's check does not tell, and proves that a protected one refuses strangers:
 * an empty list of users is a valid configuration without any password.
 * @throws SuiteError PROMETHEUS_NOT_READY, PROMETHEUS_REFUSED or PROMETHEUS_OPEN
 */
async function waitForPrometheus(flyctl, question, tools) {
    if (question.access === 'private')
        return waitThroughTunnel(flyctl, question, tools);
    await waitUntilReady(question, tools);
    if (question.access === 'protected')
        await proveRefusal(question, tools);
}
async function waitThroughTunnel(flyctl, question, tools) {
    const { app, budgetMs } = question;
    const tunnel = await openTunnel(flyctl, tools, { app, remotePort: prometheusPort, budgetMs });
    try {
        await waitUntilReady({ ...question, url: tunnel.url }, tools);
    }
    finally {
        await tunnel.close();
    }
}
function plan(budgetMs) {
    return { budgetMs, firstDelayMs: 500, maxDelayMs: 5_000, factor: 1.5 };
}
async function waitUntilReady(question, { http, clock }) {
    const { url, auth, budgetMs } = question;
    const api = prometheusApi({ http, baseUrl: url, auth });
    const outcome = await waitUntil(clock, plan(budgetMs), async () => {
        const answer = await api.ready();
        if (answer.kind === 'ok')
            return { kind: 'done', value: undefined };
        // Anything else may come from the edge, while it learns of a new machine or address.
        return { kind: answer.kind === 'refused' ? 'final' : 'retry', observed: describeFailure(answer) };
    });
    if (outcome.kind !== 'done')
        throw notReady(question, outcome);
}
function notReady({ app, budgetMs }, outcome) {
    if (outcome.kind === 'final') {
        return new suite_error/* SuiteError */.$K({
            code: 'PROMETHEUS_REFUSED',
            message: `Prometheus of "${app}" refused the user and password that it was deployed with (${outcome.last}).`,
            hint: `Set "force: true" once to deploy again; "fly secrets list -a ${app}" must show PROMETHEUS_BASIC_AUTH as deployed.`,
        });
    }
    return new suite_error/* SuiteError */.$K({
        code: 'PROMETHEUS_NOT_READY',
        message: `Prometheus of "${app}" was not ready within ${formatDuration(budgetMs)} (${outcome.attempts} attempts, last: ${outcome.last}).`,
        hint: `Look at "fly logs -a ${app}"; replaying a large write-ahead log takes minutes: raise ready-timeout.`,
    });
}
/** The same machine has just answered with the password; what is waited for is only a lost connection. */
const refusalBudgetMs = 30_000;
async function proveRefusal({ app, url }, { http, clock }) {
    const stranger = prometheusApi({ http, baseUrl: url });
    const outcome = await waitUntil(clock, plan(refusalBudgetMs), async () => {
        const answer = await stranger.ready();
        if (answer.kind === 'refused')
            return { kind: 'done', value: undefined };
        if (answer.kind === 'ok')
            return { kind: 'final', observed: `200 from ${url}/-/ready` };
        return { kind: 'retry', observed: describeFailure(answer) };
    });
    if (outcome.kind === 'done')
        return;
    throw new suite_error/* SuiteError */.$K({
        code: outcome.kind === 'final' ? 'PROMETHEUS_OPEN' : 'PROMETHEUS_NOT_READY',
        message: `It could not be proved that Prometheus of "${app}" refuses a request without a password (last: ${outcome.last}).`,
        hint: `Look at "fly logs -a ${app}": the image must honour PROMETHEUS_ACCESS and PROMETHEUS_BASIC_AUTH. Until then run with access "private".`,
    });
}
//# sourceMappingURL=ready.js.map
;// CONCATENATED MODULE: ./packages/stages/lib/deploy-monitoring/report.js

const accessWords = {
    protected: 'behind a password; a request without one was refused',
    private: 'without a public address; asked through flyctl proxy',
    open: 'open to everybody who finds the address',
};
function reportMonitoring(facts) {
    const report = reportDeployment(facts);
    if (report.conclusion !== 'success')
        return report;
    const sentence = `Prometheus is ready, ${accessWords[facts.access]}.`;
    return {
        ...report,
        summary: `${report.summary}\n${sentence}\n`,
        lines: [...report.lines, sentence],
        annotations: [...report.annotations, ...accessNotices(facts)],
    };
}
function accessNotices({ app, access }) {
    if (access !== 'open')
        return [];
    const message = 'Everybody can read every metric and run costly queries. Set PROMETHEUS_PASSWORD, and access to "protected".';
    return [{ level: 'warning', title: `${app}: Prometheus is open`, message }];
}
function reportMonitoringPlan({ app, access, plan }) {
    const report = reportPlan(app, plan);
    const then = `then ask whether Prometheus is ready (access: ${access})`;
    return { ...report, summary: `${report.summary}- ${then}\n`, lines: [...report.lines, `  would ${then}`] };
}
//# sourceMappingURL=report.js.map
;// CONCATENATED MODULE: ./packages/stages/lib/deploy-monitoring/write-context.js

/** Puts fly.toml and the files of the image into a temporary folder: the checkout stays as it is. */
async function writeBuild({ source, configText }, folder, { files, context: { workspace } }) {
    const configFile = (0,external_node_path_.join)(folder, 'fly.toml');
    await files.writeText(configFile, configText);
    if (source.kind === 'checkout')
        return { contextFolder: workspace, configFile };
    const contextFolder = (0,external_node_path_.join)(folder, 'context');
    for (const { path } of source.files) {
        // Copied first: a changed file keeps the mode that the image's users need to read it.
        await files.copy((0,external_node_path_.join)(workspace, path), (0,external_node_path_.join)(contextFolder, path));
    }
    for (const [path, text] of source.changed)
        await files.writeText((0,external_node_path_.join)(contextFolder, path), text);
    return { contextFolder, configFile };
}
//# sourceMappingURL=write-context.js.map
;// CONCATENATED MODULE: ./packages/stages/lib/deploy-monitoring/run.js








/** A large volume takes its time to be mounted. */
const defaultWaitMs = 10 * 60_000;
async function runDeployMonitoring(prepared, { flyctl, plan }, tools) {
    const { wanted, inputs, access } = prepared;
    if (inputs.dryRun)
        return reportMonitoringPlan({ app: wanted.app, access, plan });
    const startedAt = new Date(tools.clock.now()).toISOString();
    const deployed = await deployFromFolder({ prepared, flyctl, plan }, tools);
    const url = access === 'private' ? '' : `https://${wanted.app}.fly.dev`;
    const outcome = await confirmReady({ prepared, flyctl, url, plan, deployed }, tools);
    return reportMonitoring({ app: wanted.app, url, plan, outcome, startedAt, access });
}
async function deployFromFolder({ prepared, flyctl, plan }, tools) {
    const folder = await tools.files.makeTemporaryFolder();
    try {
        const build = await writeBuild(prepared, folder, tools);
        const request = deployRequest(prepared, build, tools);
        return await runDeployment({ flyctl, wanted: prepared.wanted, plan, request }, tools);
    }
    finally {
        await tools.files.removeFolder(folder);
    }
}
function deployRequest(prepared, build, tools) {
    const { wanted, inputs, dockerfile, ignoreFile } = prepared;
    const { deploy } = wanted.config;
    const waitTimeout = waitTimeoutOf(inputs.waitTimeout, wanted.config, defaultWaitMs);
    return {
        app: wanted.app,
        ...build,
        dockerfile,
        ignoreFile,
        imageLabel: tools.context.runLabel,
        // One Prometheus, one volume: a second machine would be another Prometheus with gaps of its own.
        highAvailability: 'off',
        publicAddresses: hasPublicServices(wanted.config) ? 'default' : 'none',
        waitTimeout,
        totalTimeoutMs: totalTimeoutMs({ waitTimeout, image: wanted.image, deploy }),
        endsAtMs: tools.endsAtMs === undefined ? undefined : tools.endsAtMs - lookMs,
    };
}
const readyQuestion = 'ask Prometheus whether it is ready';
/** A machine that runs is not yet a Prometheus that answers. */
async function confirmReady({ prepared: { inputs, access, wanted }, flyctl, url, plan, deployed }, tools) {
    if (deployed.kind === 'failed' || deployed.kind === 'interrupted')
        return deployed;
    const password = access === 'protected' ? inputs.prometheusPassword : undefined;
    const auth = password === undefined ? undefined : { user: inputs.prometheusUser, password };
    try {
        tools.log.info(`→ ${readyQuestion}`);
        await waitForPrometheus(flyctl, { app: wanted.app, access, url, auth, budgetMs: inputs.readyTimeout }, tools);
        return deployed;
    }
    catch (thrown) {
        if (!(0,interruption/* isInterruption */.s)(thrown))
            return { kind: 'failed', error: (0,suite_error/* toSuiteError */.oQ)(thrown), now: deployed.live.machines };
        const done = [`release ${deployed.live.version} of ${wanted.app} is live`];
        const facts = { app: wanted.app, plan, during: readyQuestion, done, cause: thrown };
        return { kind: 'interrupted', error: interruptedDeployment(facts) };
    }
}
//# sourceMappingURL=run.js.map
;// CONCATENATED MODULE: ./packages/stages/lib/deploy-monitoring/stage.js








const deployMonitoring = {
    name: 'deploy-monitoring',
    purpose: 'Deploy Prometheus to Fly.io as an app of its own, and prove that it is ready and asks for its password.',
    inputs: deployMonitoringInputs,
    outputs: deploymentOutputs,
    prepare: async (raw, tools) => {
        const prepared = await prepareMonitoring(raw, tools);
        const { inputs } = prepared;
        const { app } = prepared.wanted;
        const wanted = Promise.resolve(prepared.wanted);
        const access = { token: inputs.flyMonitoringApiToken ?? inputs.flyApiToken, environment: raw.environment, inputs };
        // Its time begins when Fly is first asked.
        const limited = keepSuccess(async () => withDeadline(tools, { ms: inputs.deadline, stage: 'deploy-monitoring' }));
        const planned = keepSuccess(async () => readPlan({ app, wanted }, access, await limited()));
        return {
            preflight: async () => {
                await planned();
            },
            run: async () => {
                const plan = await tellingWhatRan(planned, nothingChanged(app));
                return runDeployMonitoring(prepared, plan, await limited());
            },
        };
    },
};
//# sourceMappingURL=stage.js.map

/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(6283);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
