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

/***/ 9429:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _fly_monitoring_kit__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6277);
/* harmony import */ var _fly_monitoring_verify__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2994);


await (0,_fly_monitoring_kit__WEBPACK_IMPORTED_MODULE_0__/* .startGitHubStage */ .gS)(_fly_monitoring_verify__WEBPACK_IMPORTED_MODULE_1__/* .verifyTargets */ .I);
//# sourceMappingURL=main.js.map
__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 6277:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  gS: () => (/* binding */ startGitHubStage)
});

// UNUSED EXPORTS: gitHubContext, inputsFromEnvironment

// EXTERNAL MODULE: ./packages/kit/lib/text/markdown.js
var markdown = __nccwpck_require__(3059);
;// CONCATENATED MODULE: ./packages/kit/lib/error-report.js

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
            `**Next:** ${(0,markdown/* escapeCell */.kq)(error.hint)}\n`,
        ].join('\n\n'),
        lines: [],
        annotations: [{ level: 'error', title: error.code, message: `${message}\nNext: ${error.hint} [${error.code}]` }],
    };
}
/** The first line is ours; those below it are mostly what a tool or a server wrote. */
function messageParts(code, message) {
    const [first = '', ...rest] = message.split(/\r?\n/);
    if (listingCodes.has(code))
        return [first, ...rest].map(markdown/* escapeCell */.kq);
    return [(0,markdown/* escapeCell */.kq)(first), ...(rest.length === 0 ? [] : [(0,markdown/* codeBlock */.DV)(rest.join('\n'))])];
}
//# sourceMappingURL=error-report.js.map
// EXTERNAL MODULE: ./packages/kit/lib/secret.js
var secret = __nccwpck_require__(1580);
// EXTERNAL MODULE: ./packages/kit/lib/suite-error.js
var suite_error = __nccwpck_require__(9581);
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
        signal.addEventListener('abort', () => resolve(errorReport((0,suite_error/* interruptedError */.n7)(stage))), { once: true });
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
    return errorReport(error);
}
//# sourceMappingURL=github-start.js.map

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
/* harmony export */   iQ: () => (/* binding */ markdownLink),
/* harmony export */   kq: () => (/* binding */ escapeCell)
/* harmony export */ });
/* unused harmony exports summaryLimitBytes, inlineCode */
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

/***/ 2994:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  I: () => (/* binding */ verifyTargets)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./packages/kit/lib/suite-error.js
var suite_error = __nccwpck_require__(9581);
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
// EXTERNAL MODULE: ./packages/kit/lib/secret.js
var secret = __nccwpck_require__(1580);
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
function duration_formatDuration(ms) {
    if (ms < 1_000)
        return `${Math.round(ms)} ms`;
    const seconds = Math.round(ms / 1_000);
    if (seconds < 120)
        return `${seconds} s`;
    const rest = seconds % 60;
    return rest === 0 ? `${Math.floor(seconds / 60)} min` : `${Math.floor(seconds / 60)} min ${rest} s`;
}
//# sourceMappingURL=duration.js.map
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
        message: `${stage} did not end within its ${duration_formatDuration(ms)}.`,
        hint: 'Look at what it waited for last; if that only needs longer, raise the input "deadline", and the timeout-minutes of the job with it.',
        isTemporary: true,
    });
}
//# sourceMappingURL=deadline.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/check-module.js
/** Forgets the types of a check's inputs, so that all checks fit in one table. */
function checkModule(check) {
    const { name, blame, inputs } = check;
    return {
        name,
        blame,
        inputs,
        problems: async (values) => check.problems?.(values) ?? [],
        prepare: async (values, setup) => check.prepare(values, setup),
    };
}
//# sourceMappingURL=check-module.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/checks/metrics/newest-samples.js
const nameLabel = 'metric_name';
/**
 * One query for many names. It sees what is there now: a series that ended is left out at once when its target goes on,
 * and by its old timestamp when Prometheus itself was restarted.
 */
function newestSamplesQuery(names) {
    const newest = (name) => `max by (job) (timestamp({__name__=${JSON.stringify(name)}}))`;
    return names
        .map((name) => `label_replace(${newest(name)}, "${nameLabel}", ${JSON.stringify(name.replaceAll('$', '$$$$'))}, "", "")`)
        .join(' or ');
}
function newestSamples(results) {
    const byName = new Map();
    for (const result of results) {
        if (result.type !== 'series')
            continue;
        for (const { labels, points } of result.series) {
            const { [nameLabel]: name = '', job = '' } = labels;
            const jobs = byName.get(name) ?? new Map();
            jobs.set(job, (points.at(-1)?.value ?? 0) * 1_000);
            byName.set(name, jobs);
        }
    }
    return byName;
}
//# sourceMappingURL=newest-samples.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/checks/metrics/ask-newest.js

/** Names in one query: some kilobytes, far below what Prometheus accepts. */
const namesAtOnce = 40;
/** The newest sample of each of these, by job. */
async function askNewest(names, api) {
    const results = [];
    for (let start = 0; start < names.length; start += namesAtOnce) {
        const answer = await api.query(newestSamplesQuery(names.slice(start, start + namesAtOnce)));
        if (answer.kind !== 'ok')
            return { kind: 'unknown', failure: answer };
        results.push(answer.value);
    }
    return { kind: 'known', samples: newestSamples(results) };
}
/** A scrape's samples are up to so much older than the time that the list of targets tells. */
const alignmentMs = 100;
/** Samples older than this are of before: of an earlier release, or of a target that is gone. By Prometheus' clock. */
function floorOf({ plan, server, targets }, job) {
    const sinceMs = plan.sinceMs === 0 ? 0 : plan.sinceMs + (server.clockSkewMs ?? 0);
    if (job === undefined)
        return sinceMs;
    const rows = targets.jobs.find((one) => one.job === job)?.rows ?? [];
    const scrapes = rows.flatMap(({ lastScrapeMs, verdict }) => (verdict === 'pass' ? (lastScrapeMs ?? []) : []));
    return scrapes.length === 0 ? sinceMs : Math.max(sinceMs, Math.min(...scrapes)) - alignmentMs;
}
/** Value of the label `job` in the series of a job; relabelling may have changed it. */
function jobLabelOf({ activeTargets }, job) {
    return activeTargets.find(({ scrapePool }) => scrapePool === job)?.labels['job'] ?? job;
}
//# sourceMappingURL=ask-newest.js.map
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
function readWhole(read, document) {
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
    const head = readWhole(envelope, document.value);
    if (!head.ok)
        return { ...base, kind: 'unexpected', problem: head.problem, isPage: false };
    const { status, errorType, error, warnings, infos } = head.value;
    if (status === 'error')
        return { ...base, kind: 'error', errorType, error };
    const whole = readWhole(fields({ data: read }), document.value);
    if (!whole.ok)
        return { ...base, kind: 'unexpected', problem: whole.problem, isPage: false };
    return { ...base, kind: 'ok', value: whole.value.data, warnings: [...warnings, ...infos] };
}
/** An answer of the other programs around Prometheus: JSON without an envelope. */
function bareAnswer(asked, reply, read) {
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
;// CONCATENATED MODULE: ./packages/verify/lib/checks/unasked.js

/** A check that got no answer says nothing about what it checks. */
function unaskedResult(base, failure) {
    const evidence = describeFailure(failure);
    const hint = 'Run again when Prometheus answers queries.';
    const check = { ...base, blame: 'monitoring', verdict: 'inconclusive', evidence, hint };
    return { checks: [check], isPending: !isFinal(failure) };
}
//# sourceMappingURL=unasked.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/checks/alerts/identity.js
/** How reports and scripts know the check, and whose part of the chain it is. */
const base = { name: 'alerts', blame: 'app' };
//# sourceMappingURL=identity.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/checks/alerts/judge-alerts.js

/** What is asked now, and at the time before the deploy. */
const criticalAlertsQuery = 'ALERTS{alertstate="firing",severity="critical"}';
/** They fire by design: their silence is the alarm. */
const alwaysFiring = new Set(['Watchdog', 'DeadMansSwitch', 'InfoInhibitor']);
/** Critical alerts are a failure when they began with the deploy. */
function judgeAlerts({ now, before, jobs }) {
    const known = new Set(before.map(({ labels }) => keyOf(labels)));
    const firing = now.map(({ labels }) => labels).filter((labels) => !alwaysFiring.has(labels['alertname'] ?? ''));
    const fresh = firing.filter((labels) => !known.has(keyOf(labels)));
    if (fresh.length === 0)
        return { ...base, verdict: 'pass', evidence: calm(firing), hint: '' };
    const isOfApp = fresh.some((labels) => jobs.includes(labels['job'] ?? labels['service'] ?? ''));
    const evidence = `firing since the deploy: ${fresh.map(alertWords).join('; ')}`;
    const hint = 'Look at the alert in Prometheus (/alerts); its summary says what to do.';
    return { ...base, blame: isOfApp ? 'app' : 'monitoring', verdict: 'fail', evidence, hint };
}
function calm(firing) {
    if (firing.length === 0)
        return 'no critical alert fires';
    return `no critical alert began with the deploy; firing before already: ${firing.map(alertWords).join('; ')}`;
}
function alertWords(labels) {
    const { alertname = 'an alert', ...others } = labels;
    const shownOnes = Object.entries(others).filter(([name]) => !['__name__', 'alertstate', 'severity'].includes(name));
    return shownOnes.length === 0
        ? alertname
        : `${alertname} {${shownOnes.map(([name, value]) => `${name}="${value}"`).join(', ')}}`;
}
function keyOf(labels) {
    return JSON.stringify(Object.entries(labels).sort());
}
//# sourceMappingURL=judge-alerts.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/checks/alerts/alerts.js





const alerts = checkModule({
    ...base,
    inputs: {},
    prepare: () => ({
        when: 'proved',
        needsQueries: true,
        steps: ['Would want no critical alert that did not fire before.'],
        start: watchAlerts,
    }),
});
/** What fired before the deploy is not its fault; without a known deploy, what fires at the first look. */
async function watchAlerts({ api, plan, server }) {
    const atMs = plan.sinceMs === 0 ? undefined : plan.sinceMs + (server.clockSkewMs ?? 0) - 1;
    const before = await api.query(criticalAlertsQuery, atMs);
    return async (context) => {
        const now = await context.api.query(criticalAlertsQuery);
        if (before.kind !== 'ok')
            return unaskedResult(base, before);
        if (now.kind !== 'ok')
            return unaskedResult(base, now);
        const jobs = context.plan.jobs.map(({ name }) => jobLabelOf(context, name));
        return { checks: [judgeAlerts({ now: seriesIn(now), before: seriesIn(before), jobs })] };
    };
}
function seriesIn(answer) {
    return answer.value.type === 'series' ? answer.value.series : [];
}
//# sourceMappingURL=alerts.js.map
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
var dist = __nccwpck_require__(8815);
;// CONCATENATED MODULE: ./packages/prometheus/lib/yaml/yaml-document.js

/**
 * The first document of a text, whose scalars are all texts as written; undefined for an empty text. Offsets are those of
 * the text. It is read as leniently as libyaml does where that matters to people: the lines of a `[` or `{` collection
 * may be indented in any way, and a comment may stand right behind a quote.
 */
function parseYamlDocument(text) {
    const documents = (0,dist/* parseAllDocuments */.hR)(joinFlowLines(text), {
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
    return (0,dist/* isScalar */.jn)(key) && key.value === '<<' && key.type === 'PLAIN';
}
/** A mapping may have several merge keys. */
function isSameKey(one, other) {
    return (0,dist/* isScalar */.jn)(one) && (0,dist/* isScalar */.jn)(other) && one.value === other.value && !isMergeKey(one);
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
    for (const lexeme of new dist/* Lexer */.JG().lex(text)) {
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
        if (!(0,dist/* isAlias */.Vj)(node))
            return (0,dist/* isMap */.jh)(node) || (0,dist/* isSeq */.oP)(node) || (0,dist/* isScalar */.jn)(node) ? node : undefined;
        return resolveAlias(node, this.document) ?? this.#mistake(node, `The alias *${node.source} has no anchor.`);
    }
    #valueOf(node) {
        const offset = offsetOf(node);
        if ((0,dist/* isMap */.jh)(node))
            return { kind: 'mapping', entries: this.#entriesOf(node), offset };
        if ((0,dist/* isSeq */.oP)(node))
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
;// CONCATENATED MODULE: ./packages/prometheus/lib/config/alert-labels.js



/** External labels that reach an Alertmanager as they are written, by a loaded configuration. Relabelling may drop them. */
function alertLabels(loaded) {
    const { externalLabels } = parsePrometheusConfig(loaded, { file: '' });
    const rules = relabellingOf(loaded);
    const rewrites = (label) => rules.some((rule) => mayWrite(rule, label));
    return Object.fromEntries(Object.entries(externalLabels).filter(([name]) => !rewrites(name)));
}
/** Of all alerts, and since 3.0 of those to single Alertmanagers. */
function relabellingOf(loaded) {
    const source = new YamlSource(loaded, { file: '' });
    const root = new FieldReader(source, source.root, '');
    const alerting = root.below(root.at('alerting'), '');
    const rulesOf = (owner) => owner.items('alert_relabel_configs').map((rule) => owner.below(rule, ''));
    const single = alerting.items('alertmanagers').flatMap((one) => rulesOf(alerting.below(one, '')));
    return [...rulesOf(alerting), ...single];
}
const harmless = ['keep', 'drop', 'keepequal', 'dropequal', 'labelkeep', 'labeldrop'];
/** labelmap, and a target with a part of the value in its name, may write any label. */
function mayWrite(rule, label) {
    if (harmless.includes(rule.text('action', 'replace').toLowerCase()))
        return false;
    const target = rule.text('target_label', undefined);
    return target === undefined || target.includes('$') || target === label;
}
//# sourceMappingURL=alert-labels.js.map
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
;// CONCATENATED MODULE: ./packages/prometheus/lib/exposition/family-collector.js
const suffixes = {
    counter: ['_total', '_created'],
    histogram: ['_bucket', '_sum', '_count', '_created'],
    gaugehistogram: ['_bucket', '_gsum', '_gcount'],
    summary: ['_sum', '_count', '_created'],
    info: ['_info'],
};
/** Sorts lines into families. Its methods return what is wrong, in words. */
class FamilyCollector {
    format;
    #families = new Map();
    #seen = new Set();
    constructor(format) {
        this.format = format;
    }
    setType(name, type) {
        const family = this.#familyNamed(name);
        if (family.type !== undefined)
            return `the type of ${name} is written twice`;
        if (family.samples.length > 0)
            return `the type of ${name} must stand before its samples`;
        family.type = type;
        return undefined;
    }
    setHelp(name, help) {
        const family = this.#familyNamed(name);
        if (family.help !== undefined)
            return `the help of ${name} is written twice`;
        family.help = help;
        return undefined;
    }
    setUnit(name, unit) {
        this.#familyNamed(name).unit = unit;
    }
    addSample(sample) {
        const identity = JSON.stringify([sample.name, Object.entries(sample.labels).sort(), sample.timestampMs]);
        const isRepeated = this.#seen.has(identity);
        this.#seen.add(identity);
        this.#familyOf(sample).samples.push(sample);
        return isRepeated ? `${sample.name} is written twice with the same labels` : undefined;
    }
    families() {
        return [...this.#families.values()].map(({ name, type, help, unit, samples }) => ({
            name,
            type: type ?? 'untyped',
            ...(help === undefined ? {} : { help }),
            ...(unit === undefined ? {} : { unit }),
            samples,
        }));
    }
    #familyNamed(name) {
        const known = this.#families.get(name);
        if (known !== undefined)
            return known;
        const family = { name, type: undefined, help: undefined, unit: undefined, samples: [] };
        this.#families.set(name, family);
        return family;
    }
    /** The family whose name it has, or whose type allows the suffix that it has. */
    #familyOf({ name }) {
        const exact = this.#families.get(name);
        if (exact !== undefined)
            return exact;
        const cut = name.lastIndexOf('_');
        const family = cut > 0 ? this.#families.get(name.slice(0, cut)) : undefined;
        const allowed = family?.type === undefined ? undefined : suffixes[family.type];
        return family !== undefined && allowed?.includes(name.slice(cut)) ? family : this.#familyNamed(name);
    }
}
//# sourceMappingURL=family-collector.js.map
;// CONCATENATED MODULE: ./packages/prometheus/lib/exposition/line-reader.js
/** What is wrong with one line. */
class WrongLine extends Error {
}
const nameStart = /[A-Za-z_:]/;
const namePart = /[A-Za-z0-9_:]/;
const numberForm = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/;
const specials = {
    nan: Number.NaN,
    inf: Number.POSITIVE_INFINITY,
    '+inf': Number.POSITIVE_INFINITY,
    '-inf': Number.NEGATIVE_INFINITY,
};
/** Reads one line from left to right. */
class LineReader {
    text;
    #at = 0;
    constructor(text) {
        this.text = text;
    }
    get atEnd() {
        return this.#at >= this.text.length;
    }
    get next() {
        return this.text[this.#at] ?? '';
    }
    skipBlanks() {
        while (this.next === ' ' || this.next === '\t')
            this.#at++;
    }
    /** Takes the character when it is the next one. */
    take(character) {
        if (this.next !== character)
            return false;
        this.#at++;
        return true;
    }
    /** Everything up to the next blank. */
    word() {
        const start = this.#at;
        while (!this.atEnd && this.next !== ' ' && this.next !== '\t')
            this.#at++;
        return this.text.slice(start, this.#at);
    }
    rest() {
        const rest = this.text.slice(this.#at);
        this.#at = this.text.length;
        return rest;
    }
    /** A metric or label name; Prometheus 3 also writes any name in quotes. */
    name(what) {
        if (this.next === '"')
            return this.quoted();
        const start = this.#at;
        if (!nameStart.test(this.next))
            throw new WrongLine(`a ${what} must stand here, not ${this.#near()}`);
        while (namePart.test(this.next))
            this.#at++;
        return this.text.slice(start, this.#at);
    }
    quoted() {
        if (!this.take('"'))
            throw new WrongLine(`a label value must begin with a quote, not ${this.#near()}`);
        let value = '';
        for (;;) {
            if (this.atEnd)
                throw new WrongLine('a quote is not closed');
            const character = this.text[this.#at++] ?? '';
            if (character === '"')
                return value;
            value += character === '\\' ? this.#escaped() : character;
        }
    }
    /** Labels up to the closing brace; a quoted name alone is the metric's name. */
    labels() {
        const labels = {};
        let metric;
        for (;;) {
            this.skipBlanks();
            if (this.take('}'))
                return { labels, name: metric };
            const isQuoted = this.next === '"';
            const name = this.name('label name');
            this.skipBlanks();
            if (this.take('=')) {
                this.skipBlanks();
                if (Object.hasOwn(labels, name))
                    throw new WrongLine(`the label "${name}" is written twice`);
                Object.defineProperty(labels, name, { value: this.quoted(), enumerable: true });
            }
            else if (isQuoted && metric === undefined)
                metric = name;
            else
                throw new WrongLine(`"=" must follow the label name "${name}"`);
            this.skipBlanks();
            if (!this.take(',') && this.next !== '}')
                throw new WrongLine(`"," or "}" must stand here, not ${this.#near()}`);
        }
    }
    #escaped() {
        const character = this.text[this.#at++] ?? '';
        const meaning = { n: '\n', '\\': '\\', '"': '"' };
        // Other pairs are kept as they are, which is what Prometheus does.
        return meaning[character] ?? `\\${character}`;
    }
    #near() {
        return this.atEnd ? 'the end of the line' : JSON.stringify(this.text.slice(this.#at, this.#at + 12));
    }
}
/** `name{labels} value [timestamp]`, and in OpenMetrics an exemplar, which is read over. */
function readSample(line, timestampUnitMs) {
    const reader = new LineReader(line);
    const bare = reader.next === '{' ? undefined : reader.name('metric name');
    reader.skipBlanks();
    const { labels, name } = reader.take('{') ? reader.labels() : { labels: {}, name: undefined };
    const metric = bare ?? name;
    if (metric === undefined || (bare !== undefined && name !== undefined))
        throw new WrongLine('one metric name is needed');
    reader.skipBlanks();
    const value = readNumber(reader.word(), 'value');
    reader.skipBlanks();
    const hasTimestamp = !reader.atEnd && reader.next !== '#';
    const timestamp = hasTimestamp ? readNumber(reader.word(), 'timestamp') : undefined;
    readExemplar(reader);
    const sample = { name: metric, labels, value };
    return timestamp === undefined ? sample : { ...sample, timestampMs: timestamp * timestampUnitMs };
}
function readExemplar(reader) {
    reader.skipBlanks();
    if (reader.atEnd)
        return;
    if (!reader.take('#'))
        throw new WrongLine(`nothing may follow the timestamp: "${reader.rest()}"`);
    reader.skipBlanks();
    if (!reader.take('{'))
        throw new WrongLine('an exemplar begins with its labels in braces');
    reader.labels();
    reader.skipBlanks();
    readNumber(reader.word(), "exemplar's value");
}
function readNumber(word, what) {
    const special = specials[word.toLowerCase()];
    if (special !== undefined)
        return special;
    if (!numberForm.test(word))
        throw new WrongLine(`the ${what} must be a number, not ${JSON.stringify(word.slice(0, 24))}`);
    return Number(word);
}
//# sourceMappingURL=line-reader.js.map
;// CONCATENATED MODULE: ./packages/prometheus/lib/exposition/parse-exposition.js


const mostProblems = 20;
const openMetricsEnd = '# EOF';
const types = [
    'counter',
    'gauge',
    'histogram',
    'summary',
    'untyped',
    'unknown',
    'info',
    'stateset',
    'gaugehistogram',
];
/** Reads a body of /metrics: text format 0.0.4, or OpenMetrics, which is told by its last line. */
function parseExposition(text) {
    const lines = text.split('\n');
    const format = text.trimEnd().endsWith(`\n${openMetricsEnd}`) ? 'openmetrics' : 'prometheus';
    const collector = new FamilyCollector(format);
    const problems = [];
    for (const [index, line] of lines.entries()) {
        const message = readLine(line, collector);
        if (message !== undefined && problems.length < mostProblems)
            problems.push({ line: index + 1, message });
    }
    if (lines.at(-1) !== '' && problems.length < mostProblems) {
        problems.push({ line: lines.length, message: 'the last line must end with a line feed' });
    }
    return { format, families: collector.families(), problems };
}
/** @returns what is wrong with the line */
function readLine(line, collector) {
    try {
        if (line.trim() === '')
            return undefined;
        if (line.startsWith('#'))
            return readComment(line, collector);
        // OpenMetrics writes seconds where the older format writes milliseconds.
        return collector.addSample(readSample(line, collector.format === 'openmetrics' ? 1_000 : 1));
    }
    catch (error) {
        if (error instanceof WrongLine)
            return error.message;
        throw error;
    }
}
function readComment(line, collector) {
    const reader = new LineReader(line.slice(1));
    reader.skipBlanks();
    const keyword = reader.word();
    if (keyword !== 'TYPE' && keyword !== 'HELP' && keyword !== 'UNIT')
        return undefined;
    reader.skipBlanks();
    const name = reader.name('metric name');
    reader.take(' ');
    const rest = reader.rest();
    if (keyword === 'HELP')
        return collector.setHelp(name, unescapeHelp(rest));
    if (keyword === 'UNIT')
        return collector.setUnit(name, rest.trim());
    const type = types.find((known) => known === rest.trim());
    return type === undefined ? `the type of ${name} must be one of ${types.join(', ')}` : collector.setType(name, type);
}
function unescapeHelp(text) {
    return text.replace(/\\(.)/g, (pair, character) => character === 'n' ? '\n' : character === '\\' || character === '"' ? character : pair);
}
//# sourceMappingURL=parse-exposition.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/targets/own-metrics.js

/** What a Prometheus says of itself at /metrics, as it is now. */
async function askOwnMetrics(api) {
    const answer = await api.metricsText();
    return answer.kind === 'ok' ? { ...answer, value: parseExposition(answer.value) } : answer;
}
//# sourceMappingURL=own-metrics.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/checks/alerts-arrive/identity.js
/** How reports and scripts know the check, and whose part of the chain it is. */
const identity_base = { name: 'alerts-arrive', blame: 'monitoring' };
//# sourceMappingURL=identity.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/checks/alerts-arrive/judge-received.js
/** Did this Prometheus' alert come, and lately? One of that name may be another's, or left over from before. */
function judgeReceived({ deadMan, alerts, nowMs, mostAgeMs }) {
    const named = alerts.filter(({ labels }) => labels['alertname'] === deadMan.name);
    const own = named.filter(({ labels }) => strangeLabel(labels, deadMan) === undefined);
    const [newest] = own.map((alert) => ageOf(alert, nowMs)).sort((one, other) => one - other);
    if (newest !== undefined) {
        return newest <= mostAgeMs ? { kind: 'fresh' } : { kind: 'stale', ageMs: newest };
    }
    const [foreign] = named.flatMap(({ labels }) => strangeLabel(labels, deadMan) ?? []);
    return foreign === undefined ? { kind: 'absent' } : { kind: 'foreign', ...foreign };
}
/** What is not told cannot be held against it. */
function ageOf({ updatedMs }, nowMs) {
    return updatedMs === undefined || nowMs === undefined ? 0 : nowMs - updatedMs;
}
/** A label may have been dropped on its way; one with another value says that somebody else sent it. */
function strangeLabel(labels, { externalLabels }) {
    for (const [label, wanted] of Object.entries(externalLabels)) {
        const value = labels[label];
        if (value !== undefined && value !== wanted)
            return { label, value };
    }
    return undefined;
}
//# sourceMappingURL=judge-received.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/checks/alerts-arrive/ask-alertmanagers.js





/** Waiting may change everything but a pass and a skip. */
function arrived(verdict, evidence, hint) {
    const checks = [{ ...identity_base, verdict, evidence, hint }];
    return { checks, isPending: verdict === 'fail' || verdict === 'inconclusive' };
}
/** Is the alert in one of them, and did this process send it? */
async function askAlertmanagers(context, addresses, { deadMan, patienceMs }) {
    const mostAgeMs = Math.min(patienceMs, await processAgeMs(context));
    const answers = await Promise.all(addresses.map((url) => receivedAlerts(context.tools.http, url)));
    const received = answers.flatMap((one) => one.kind === 'ok' ? [judgeReceived({ deadMan, alerts: one.value, nowMs: one.dateMs, mostAgeMs })] : []);
    const best = nearestFirst.map((kind) => received.find((one) => one.kind === kind)).find((one) => one !== undefined);
    if (best === undefined)
        return fromCounters(context, addresses);
    const where = `the Alertmanager at ${addresses.join(', ')}`;
    const seen = `${deadMan.name} fires in Prometheus and ${receivedWords(best)} ${where}`;
    if (best.kind === 'fresh')
        return arrived('pass', seen, '');
    const hint = 'Look at the log of Prometheus for "Error sending alerts", and at alert_relabel_configs.';
    return arrived('fail', seen, hint);
}
const nearestFirst = ['fresh', 'stale', 'foreign', 'absent'];
function receivedWords(received) {
    switch (received.kind) {
        case 'fresh':
            return 'is in';
        case 'stale':
            return `was last sent ${duration_formatDuration(received.ageMs)} ago, which is too long or before this process, to`;
        case 'foreign':
            return `only one with ${received.label}="${received.value}", which another Prometheus sent, is in`;
        case 'absent':
            return 'is not in';
    }
}
/** What an earlier process sent proves nothing about this one, and stays in the Alertmanager for minutes. */
async function processAgeMs({ api, nowMs, server }) {
    const runtime = await api.runtimeInfo();
    const startMs = (runtime.kind === 'ok' ? runtime.value.startTimeMs : undefined) ?? 0;
    return nowMs + (server.clockSkewMs ?? 0) - startMs;
}
/** An Alertmanager in a private network cannot be asked from here; Prometheus knows whether it took what it got. */
async function fromCounters(context, addresses) {
    const first = await context.ownMetrics();
    const second = await askOwnMetrics(context.api);
    if (first.kind !== 'ok')
        return arrived('inconclusive', describeFailure(first), 'Run again.');
    if (second.kind !== 'ok')
        return arrived('inconclusive', describeFailure(second), 'Run again.');
    const { sent, failed } = fewestDelivered(notificationsOf(first.value), notificationsOf(second.value));
    const where = `the Alertmanager at ${addresses.join(', ')} cannot be asked from here`;
    if (failed > 0 && failed >= sent) {
        const hint = 'Look at the log of Prometheus for "Error sending alerts".';
        return arrived('fail', `${failed} of ${sent} notifications failed; ${where}`, hint);
    }
    if (sent > 0) {
        return arrived('skipped', `${where}; Prometheus sent it ${sent} notifications, ${failed} failed`, '');
    }
    return arrived('inconclusive', `no notification was sent yet; ${where}`, 'Run again, or raise input "timeout".');
}
/**
 * Prometheus counts a failure and what was sent one after the other, and reads its counters one after the other too:
 * an answer from between them shows one more sent than failed, which would pass for a delivery.
 */
function fewestDelivered(first, second) {
    return first.sent - first.failed < second.sent - second.failed ? first : second;
}
function notificationsOf(metrics) {
    return {
        sent: totalOf(metrics, 'prometheus_notifications_sent_total'),
        failed: totalOf(metrics, 'prometheus_notifications_errors_total'),
    };
}
function totalOf({ families }, name) {
    return families.find((family) => family.name === name)?.samples.reduce((sum, { value }) => sum + value, 0) ?? 0;
}
//# sourceMappingURL=ask-alertmanagers.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/checks/alerts-arrive/alerts-arrive.js





/** An alert that fired before the Alertmanager was discovered is lost until Prometheus sends it again. */
const resendFlag = 'rules.alert.resend-delay';
const usualResendMs = 60_000;
/** Beyond the evaluation that sends it again. */
const sendingMs = 5_000;
/** Groups with longer intervals are not waited for. */
const mostPatienceMs = 5 * 60_000;
const alerts_arrive_alwaysFiring = /^\s*(vector\(\s*1\s*\)|1\s*==\s*1|absent\(\s*vector\(\s*0\s*\)\s*\)|up\s*>=\s*0)\s*$/;
/** "Firing" in Prometheus says nothing about anybody being told. */
const alertsArrive = checkModule({
    ...identity_base,
    inputs: {},
    prepare: () => ({ when: 'proved', needsQueries: true, extraMs: mostPatienceMs, start: () => findDeadMan }),
});
async function findDeadMan(context) {
    const [addresses, rules, config] = await Promise.all([
        context.api.alertmanagers(),
        context.api.rules(),
        context.loadedConfig(),
    ]);
    const isConfigured = config.kind === 'ok' && /^\s+alertmanagers:/m.test(config.value);
    if (addresses.kind === 'not-found' || (addresses.kind === 'ok' && addresses.value.length === 0 && !isConfigured)) {
        return arrived('skipped', 'no Alertmanager is configured', '');
    }
    if (addresses.kind !== 'ok')
        return arrived('inconclusive', describeFailure(addresses), 'Run again.');
    if (rules.kind !== 'ok')
        return arrived('inconclusive', describeFailure(rules), 'Run again.');
    if (addresses.value.length === 0) {
        const hint = 'Look at alerting.alertmanagers: its discovery finds nothing.';
        return arrived('fail', 'alerting is configured, and Prometheus knows no Alertmanager', hint);
    }
    const found = deadManOf(rules.value);
    if (found === undefined) {
        return arrived('skipped', 'no alert fires always (expr: vector(1)), so nothing shows that alerts arrive', '');
    }
    const patienceMs = Math.min(resendMs(context) + found.group.intervalMs + sendingMs, mostPatienceMs);
    const deadMan = { name: found.rule.name, externalLabels: sentLabels(found.rule, config) };
    const result = await askAlertmanagers(context, addresses.value, { deadMan, patienceMs });
    return { ...result, isPending: (context.provedForMs ?? 0) < patienceMs };
}
function deadManOf(groups) {
    const rules = groups.flatMap((group) => group.rules.map((rule) => ({ group, rule })));
    return rules.find(({ rule: { type, query } }) => type === 'alerting' && alerts_arrive_alwaysFiring.test(query));
}
function resendMs({ server }) {
    return parseDuration(server.flags[resendFlag] ?? '') ?? usualResendMs;
}
/** An alert's own labels win over external ones. */
function sentLabels(rule, config) {
    const labels = config.kind === 'ok' ? alertLabels(config.value) : {};
    return Object.fromEntries(Object.entries(labels).filter(([name]) => !(name in rule.labels)));
}
//# sourceMappingURL=alerts-arrive.js.map
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
    if (!(0,dist/* isScalar */.jn)(scalar) || !node?.range || scalar.value === value)
        return text;
    const [start, end] = node.range;
    return text.slice(0, start) + JSON.stringify(value) + text.slice(end);
}
/** The node of a field as it is written, also where it is merged in; the last one counts. */
function fieldOf(owner, name, document) {
    const map = resolved(owner, document);
    if (!(0,dist/* isMap */.jh)(map))
        return undefined;
    const found = map.items.flatMap(({ key, value }) => {
        if (isMergeKey(key))
            return mergedField(value, name, document) ?? [];
        return (0,dist/* isScalar */.jn)(key) && key.value === name ? [value] : [];
    });
    return found.at(-1);
}
function mergedField(value, name, document) {
    const merged = resolved(value, document);
    const mappings = (0,dist/* isMap */.jh)(merged) ? [merged] : merged !== undefined && 'items' in merged ? merged.items : [];
    for (const mapping of mappings) {
        const found = fieldOf(mapping, name, document);
        if (found !== undefined)
            return found;
    }
    return undefined;
}
function resolved(node, document) {
    return (0,dist/* isAlias */.Vj)(node) ? resolveAlias(node, document) : (node ?? undefined);
}
//# sourceMappingURL=external-labels.js.map
;// CONCATENATED MODULE: ./packages/prometheus/lib/config/same-scalar.js


/**
 * Does Prometheus show this value when the file holds that one? Prometheus writes each value by the type of its field,
 * and quotes texts that look like something else, so what is loaded tells how the file is to be read.
 */
function isSameScalar(wanted, loaded, place) {
    if (isNull(wanted) || wanted.text === loaded.text || loaded.text === same_scalar_hidden)
        return true;
    const on = booleanOf(loaded);
    if (on !== undefined)
        return booleanOf(wanted) === on;
    const number = numberOf(loaded);
    // Where the file says 0, Prometheus fills in its default.
    if (number !== undefined)
        return numberOf(wanted) === number || numberOf(wanted) === 0;
    return isSameText(wanted.text, loaded.text, place);
}
/** Prometheus leaves out what is empty or off, and no text of its owner but an empty one. */
function mayBeLeftOut(wanted, { path }) {
    if (wanted.text === '' || isNull(wanted))
        return true;
    if (isOwnText(path))
        return false;
    return booleanOf(wanted) === false || numberOf(wanted) === 0 || parsePrometheusDuration(wanted.text) === 0;
}
/** Prometheus writes these in place of a secret and of a password in an address. */
const same_scalar_hidden = '<secret>';
const hiddenInAddress = /:\/\/[^/@]*@/;
/** Texts of their owner, which Prometheus takes as they are. */
const ownTexts = /(?:^|\.)(?:labels|params)\.|\.(?:regex|replacement|separator|target_label|source_labels\[\d+\])$/;
const externalLabels = 'global.external_labels.';
function isOwnText(path) {
    return path.startsWith(externalLabels) || ownTexts.test(path);
}
function isSameText(here, there, { path }) {
    if (path.startsWith(externalLabels))
        return isExpanded(here, there);
    if (isOwnText(path))
        return false;
    return ((path.endsWith('.action') && here.toLowerCase() === there) ||
        isExpanded(here, there) ||
        isSameDuration(here, there) ||
        isSameSize(here, there) ||
        isSameFile(here, there) ||
        isSameAddress(here, there));
}
const variable = /\$(?:\$|\{[^}]*\}|\w+|[*#@!?-])/g;
/**
 * Prometheus expands variables of the environment in external labels (`$X`, `${X}`, and `$$` for the sign itself), and
 * an entrypoint may fill in others.
 */
function isExpanded(here, there) {
    const parts = here.split(variable);
    if (parts.length === 1)
        return false;
    let rest = there;
    const [first = '', ...others] = parts;
    if (!rest.startsWith(first))
        return false;
    rest = rest.slice(first.length);
    const last = others.pop() ?? '';
    for (const part of others) {
        const at = rest.indexOf(part);
        if (at < 0)
            return false;
        rest = rest.slice(at + part.length);
    }
    return rest.endsWith(last);
}
/** `90s` comes back as `1m30s`; for 0 Prometheus fills in its default. */
function isSameDuration(here, there) {
    const ms = parsePrometheusDuration(here);
    const loadedMs = parsePrometheusDuration(there);
    return ms !== undefined && loadedMs !== undefined && (ms === loadedMs || ms === 0);
}
/** `1.5GB` comes back as `1GiB512MiB`. */
function isSameSize(here, there) {
    const bytes = parseSizeBytes(here);
    return bytes !== undefined && bytes === parseSizeBytes(there);
}
/** Relative paths are taken from the folder of the configuration. */
function isSameFile(here, there) {
    return there.startsWith('/') && there.endsWith(`/${external_node_path_.posix.normalize(here).replace(/^(\.\.?\/)+/, '')}`);
}
/** Prometheus writes the scheme in small letters, and escapes what an address cannot hold. */
function isSameAddress(here, there) {
    if (!/^\w+:\/\//.test(here) || !URL.canParse(here) || !URL.canParse(there))
        return false;
    const bare = (text) => new URL(text).href.replace(hiddenInAddress, '://');
    return hiddenInAddress.test(here) === hiddenInAddress.test(there) && bare(here) === bare(there);
}
//# sourceMappingURL=same-scalar.js.map
;// CONCATENATED MODULE: ./packages/prometheus/lib/config/compare-config.js



/** Old spellings that Prometheus loads under another name, so that they cannot be found again. */
const translatedKeys = new Set(['bearer_token', 'bearer_token_file']);
/**
 * Is each key of the file loaded? The other way round proves nothing: Prometheus fills in its defaults, and an
 * entrypoint may add to the file. Hidden secrets and variables that Prometheus expands count as equal.
 */
function compareConfig(wanted, loaded) {
    const file = readYamlTree(wanted);
    const server = readYamlTree(loaded);
    if (file.mistakes.length > 0)
        return { kind: 'unreadable', problem: 'the configuration file is no YAML' };
    if (server.mistakes.length > 0 || server.root?.kind !== 'mapping') {
        return { kind: 'unreadable', problem: 'data.yaml of /api/v1/status/config must be a configuration in YAML' };
    }
    const walk = new Walk();
    if (file.root !== undefined)
        walk.compare(file.root, server.root, '');
    return { kind: 'compared', keys: walk.keys, differences: walk.differences };
}
class Walk {
    keys = 0;
    differences = [];
    compare(wanted, loaded, path) {
        if (loaded === undefined && isLeftOut(wanted, path))
            return;
        if (isNull(wanted))
            return;
        if (wanted.kind === 'list')
            this.#compareLists(wanted, loaded, path);
        else if (wanted.kind === 'mapping')
            this.#compareMappings(wanted, loaded, path);
        else {
            this.keys += 1;
            if (loaded?.kind !== 'scalar' || !isSameScalar(wanted, loaded, { path }))
                this.#differ(path, wanted, loaded);
        }
    }
    #compareMappings(wanted, loaded, path) {
        if (loaded?.kind !== 'mapping') {
            this.#differ(path, wanted, loaded);
            return;
        }
        for (const [name, value] of wanted.entries) {
            if (translatedKeys.has(name))
                continue;
            this.compare(value, loaded.entries.get(name), path === '' ? name : `${path}.${name}`);
        }
    }
    #compareLists(wanted, loaded, path) {
        const there = loaded?.kind === 'list' ? loaded.items : [];
        if (wanted.items.some((item) => nameOf(item) !== undefined))
            this.#compareNamed(wanted, there, path);
        else if (there.length === wanted.items.length) {
            for (const [index, item] of wanted.items.entries())
                this.compare(item, there[index], `${path}[${index}]`);
        }
        else {
            this.keys += 1;
            this.#differ(path, `${wanted.items.length} items`, `${there.length} items`);
        }
    }
    #compareNamed({ items }, there, path) {
        const byName = new Map(there.map((one) => [nameOf(one), one]));
        for (const item of items) {
            const name = nameOf(item) ?? '';
            this.compare(item, byName.get(name), `${path}[${name}]`);
        }
    }
    #differ(path, wanted, loaded) {
        const difference = { path, wanted: compare_config_shown(wanted), loaded: loaded === undefined ? undefined : compare_config_shown(loaded) };
        this.differences.push(difference);
    }
}
function isLeftOut(wanted, path) {
    if (wanted.kind === 'scalar')
        return mayBeLeftOut(wanted, { path });
    if (wanted.kind === 'list')
        return wanted.items.length === 0;
    return [...wanted.entries].every(([name, value]) => isLeftOut(value, `${path}.${name}`));
}
function nameOf(item) {
    const name = item.kind === 'mapping' ? item.entries.get('job_name') : undefined;
    return name?.kind === 'scalar' ? name.text : undefined;
}
const compare_config_longestShown = 80;
function compare_config_shown(value) {
    const plain = typeof value === 'string' ? value : plainOf(value);
    const text = typeof plain === 'string' ? plain : JSON.stringify(plain);
    return text.length > compare_config_longestShown ? `${text.slice(0, compare_config_longestShown)}…` : text;
}
function plainOf(value) {
    if (value.kind === 'scalar')
        return value.text;
    if (value.kind === 'list')
        return value.items.map(plainOf);
    return Object.fromEntries([...value.entries].map(([name, each]) => [name, plainOf(each)]));
}
//# sourceMappingURL=compare-config.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/report/check-words.js
const mostListed = 3;
/** The first of them, and how many more there are. */
function listed(items) {
    const more = items.length > mostListed ? `; and ${items.length - mostListed} more` : '';
    return `${items.slice(0, mostListed).join('; ')}${more}`;
}
//# sourceMappingURL=check-words.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/checks/configuration/includes.js

/** Prometheus shows the key scrape_config_files, and never the jobs of the files that it names. */
function uncomparedIncludes({ file, jobs, scrapeConfigFiles }) {
    const files = [...new Set(jobs.map((job) => job.file).filter((path) => path !== file))];
    const inImage = scrapeConfigFiles.filter(isInImage);
    const read = files.length === 0
        ? ''
        : `; the jobs of ${files.join(', ')} are proved by their targets, and their settings are not compared`;
    const unread = inImage.length === 0
        ? ''
        : `; the jobs of ${inImage.join(', ')} are not checked, as only the image has these files`;
    return `${read}${unread}`;
}
function isTooOldToInclude(differences, version) {
    return !knowsIncludes(version) && differences.some(({ path }) => path.startsWith('scrape_config_files'));
}
//# sourceMappingURL=includes.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/checks/configuration/configuration.js




const configuration_base = { name: 'configuration', blame: 'monitoring' };
/** A server that runs with yesterday's file scrapes yesterday's targets, and all of them may be up. */
const configuration = checkModule({
    ...configuration_base,
    inputs: {},
    prepare: (_, { repository, inputs }) => {
        const { config, configText } = repository;
        if (config === undefined || configText === undefined)
            return { skipped: 'there is no configuration file to compare' };
        const wanted = {
            file: config.file,
            texts: [setExternalLabels(configText, inputs), configText],
            uncompared: uncomparedIncludes(config),
        };
        return {
            when: 'end',
            steps: [`Would want each key of ${config.file} to be loaded.`],
            start: () => (context) => findConfiguration(context, wanted),
        };
    },
});
async function findConfiguration({ loadedConfig, server }, { file, texts, uncompared }) {
    const answer = await loadedConfig();
    if (answer.kind === 'not-found')
        return settled('skipped', `the server does not show its configuration (404)`);
    if (answer.kind !== 'ok')
        return unread(describeFailure(answer));
    const [deployed, written] = texts.map((text) => compareConfig(text, answer.value));
    const isAsWritten = written?.kind === 'compared' && written.differences.length === 0;
    const compared = isAsWritten ? written : deployed;
    if (compared?.kind !== 'compared')
        return unread(compared?.problem ?? '');
    const { differences, keys } = compared;
    if (differences.length === 0)
        return settled('pass', `all ${keys} keys of ${file} are loaded${uncompared}`);
    const check = {
        ...configuration_base,
        verdict: 'fail',
        evidence: `${differences.length} of ${keys} keys of ${file} differ: ${listed(differences.map(differenceWords))}`,
        hint: hintFor(differences, server.version),
    };
    return { checks: [check], isPending: true, report: { json: { configuration: differences } } };
}
function hintFor(differences, version) {
    if (isTooOldToInclude(differences, version)) {
        return `Prometheus reads scrape_config_files since 2.43, and this is ${version}, which refuses a file with that key: deploy a newer one, or write the jobs into scrape_configs.`;
    }
    return 'Prometheus runs with another configuration than the repository has: deploy the monitoring app, or look at its log.';
}
function settled(verdict, evidence) {
    return { checks: [{ ...configuration_base, verdict, evidence, hint: '' }] };
}
function unread(evidence) {
    const hint = 'Run again when Prometheus shows its configuration (Status, Configuration).';
    return { checks: [{ ...configuration_base, verdict: 'inconclusive', evidence, hint }], isPending: true };
}
function differenceWords({ path, wanted, loaded }) {
    return loaded === undefined ? `${path} is not loaded` : `${path} is ${loaded}, not ${wanted}`;
}
//# sourceMappingURL=configuration.js.map
;// CONCATENATED MODULE: ./packages/fly/lib/app-addresses.js
/** Where an app with a public service answers. */
function publicUrl(app) {
    return `https://${app}.fly.dev`;
}
/** Where its machines answer for those of the same organisation (https://fly.io/docs/networking/private-networking). */
function privateUrl(app, port) {
    return `http://${app}.internal:${port}`;
}
/** All addresses of a server of the app: the last one is the proxy inside Fly's private network. */
function addressesOfApp(app, port) {
    return [publicUrl(app), privateUrl(app, port), `http://${app}.flycast:${port}`];
}
//# sourceMappingURL=app-addresses.js.map
;// CONCATENATED MODULE: ./packages/grafana/lib/api/hint-for-words.js
/** By the words of pkg/services/dashboards/errors.go, pkg/services/folder and pkg/services/provisioning; first match. */
const byWords = [
    {
        words: /^it answered 413/,
        hint: 'The proxy before Grafana takes no request so large: raise its limit (client_max_body_size in nginx), or split the dashboard.',
    },
    {
        words: /gitops listener/i,
        hint: 'A GitOps observer takes what is saved in this Grafana and saves nothing itself: bring the dashboard into its repository.',
    },
    {
        words: /quota/i,
        hint: 'Delete dashboards that nobody needs, or have the quota of the organisation raised.',
    },
    {
        words: /folder is managed by/i,
        hint: 'Git Sync owns this folder: set input "folder" to one that it does not manage, or bring the dashboard into its repository.',
    },
    {
        words: /provisioned dashboard|managed by (a )?repo|empty commit message/i,
        hint: 'The dashboard belongs to Git Sync or to file provisioning: change it there, or give ours another uid.',
    },
    {
        words: /maximum nested folder depth|folder depth/i,
        hint: 'Grafana nests folders only so deep (max_nested_folder_depth, 4 unless it is configured): shorten the path in input "folder".',
    },
    {
        words: /folder not found/i,
        hint: 'The folder was deleted meanwhile, or the token may not see it: run again, or give its service account the permission Edit on it.',
    },
    {
        words: /cannot be changed to a folder/i,
        hint: 'A folder in Grafana has this uid, and until Grafana 11 both share one table: give the dashboard another uid.',
    },
    {
        words: /refresh interval/i,
        hint: 'The server has a higher min_refresh_interval: raise "refresh" in the dashboard.',
    },
    {
        words: /database is locked/i,
        hint: 'The SQLite database of Grafana was busy with other writes: run again when they are done.',
    },
    {
        words: /library element with that name or uid/i,
        hint: 'Another library panel of that name is in the folder: rename one of the two.',
    },
];
const byReason = {
    'name-exists': 'Another dashboard in that folder has the same title: rename one of the two.',
    'plugin-dashboard': 'A plugin brings a dashboard of that uid: give ours another one.',
};
/** What to do about what Grafana says; undefined where its words say no more than that it failed. */
function hintForWords({ message, reason }) {
    return byReason[reason ?? ''] ?? byWords.find(({ words }) => words.test(message))?.hint;
}
//# sourceMappingURL=hint-for-words.js.map
;// CONCATENATED MODULE: ./packages/grafana/lib/api/explain.js



/** A failure in words: what was seen, and what to do. */
function explain_explainFailure(failure) {
    const { kind } = failure;
    switch (kind) {
        case 'unauthorized':
            return { code: 'GRAFANA_TOKEN_REFUSED', seen: seenOf(failure), hint: tokenHint(failure) };
        case 'forbidden':
            return forbidden(failure);
        case 'not-found':
        case 'refused':
            return { code: 'GRAFANA_REFUSED', seen: seenOf(failure), hint: hintForWords(failure) ?? otherRefusal };
        case 'broken': {
            const hint = hintForWords(failure);
            if (hint !== undefined)
                return { code: 'GRAFANA_REFUSED', seen: seenOf(failure), hint };
            return { code: 'GRAFANA_UNREACHABLE', seen: seenOf(failure), hint: brokenHint(failure) };
        }
        case 'not-grafana':
            return { code: 'GRAFANA_UNREACHABLE', seen: seenOf(failure), hint: otherServerHint(failure) };
        case 'throttled':
            return { code: 'GRAFANA_UNREACHABLE', seen: seenOf(failure), hint: throttledHint(failure) };
        case 'asleep':
        case 'unknown-instance':
        case 'unreachable':
            return { code: 'GRAFANA_UNREACHABLE', seen: seenOf(failure), hint: hints[kind] };
    }
}
/** The failure of something that the run cannot go on without. */
function failureError(doing, failure) {
    const { code, seen, hint } = explain_explainFailure(failure);
    return new SuiteError({ code, message: `${doing} failed: ${seen}.`, hint, isTemporary: isTemporary(failure) });
}
/** What was seen in place of an answer of Grafana begins with "it". */
function seenOf({ kind, status, message, request }) {
    if (kind === 'unreachable')
        return `${request} got no answer: ${message}`;
    if (kind === 'not-grafana' || message.startsWith('it '))
        return `${request}: ${message}`;
    return `${request} answered ${status}${message === '' ? '' : `: ${message}`}`;
}
const hints = {
    asleep: 'A paused Grafana Cloud stack wakes up when its page is opened: open GRAFANA_URL in a browser, wait until it shows, and run again.',
    'unknown-instance': 'GRAFANA_URL names a Grafana Cloud stack that does not exist: copy the address of the stack from grafana.com.',
    unreachable: 'Check the host and port of GRAFANA_URL, and that this machine may reach them; then run again: nothing was half done that a second run does not complete.',
};
const otherRefusal = 'The message is the answer of Grafana: correct what it names, and run again.';
const serviceAccount = 'Make a service account token (glsa_…) with the role Editor in Grafana under Administration, Service accounts, and store it as GRAFANA_API_KEY.';
/** errAPIKeyOrgMismatch of Grafana: a service account belongs to one organisation. */
const otherOrganisation = 'The token belongs to another organisation than input "org-id" says: give a token of that one, or leave the input empty.';
function tokenHint({ isApiKey, message }) {
    if (/organi[sz]ation/i.test(message))
        return otherOrganisation;
    if (isApiKey !== true)
        return serviceAccount;
    return `It is an API key (eyJrIjoi…), which service accounts have replaced; Grafana 13 makes and lists none. ${serviceAccount}`;
}
/** 502, 503 and 504 with a page are words of a proxy; JSON is Grafana's own. */
function brokenHint({ message }) {
    return message.startsWith('it ')
        ? 'A proxy answered because the Grafana behind it did not: look whether Grafana runs, or wait until it has started, and run again.'
        : 'Run again; if it stays so, look at the log of Grafana.';
}
function throttledHint({ retryAfterMs }) {
    const later = retryAfterMs === undefined ? 'later' : `in ${duration_formatDuration(retryAfterMs)}`;
    return `Grafana limits the rate of requests; run again ${later}.`;
}
const firewall = 'Something before Grafana (a firewall, an access proxy) refused the request: have this machine let through, or give the address behind it.';
function otherServerHint({ redirect, status }) {
    if (redirect === undefined) {
        if (status === 403)
            return firewall;
        return 'GRAFANA_URL must be the address of Grafana itself; something else answered there.';
    }
    const { target, address } = redirect;
    if (address !== undefined) {
        return `Set GRAFANA_URL (input "grafana-url") to ${address} if that is your Grafana; redirects are not followed, as they would take the token elsewhere.`;
    }
    return `Something before Grafana asks for a login (${target}): let requests with a token of Grafana through to /api, or give the address behind it.`;
}
/** With a license that has permissions for data sources the basic roles have none (pkg/api/accesscontrol.go). */
function permissionWords(permission) {
    // Data sources are an administrator's affair; querying them is everybody's.
    if (/datasources:(create|write|delete)/.test(permission))
        return `the permission ${permission} (part of the role Admin)`;
    const isOfViewers = permission.startsWith('datasources:');
    const where = isOfViewers
        ? 'the role Viewer has it, unless Grafana has permissions for each data source'
        : 'part of the role Editor';
    return `the permission ${permission} (${where})`;
}
function forbidden(failure) {
    const hint = hintForWords(failure);
    // A quota is answered with 403 too, and no other token would help.
    if (hint !== undefined)
        return { code: 'GRAFANA_REFUSED', seen: seenOf(failure), hint };
    const { permission } = failure;
    const needed = permission === undefined ? 'the role Editor, or the permission Edit on the folder' : permissionWords(permission);
    return {
        code: 'GRAFANA_TOKEN_REFUSED',
        seen: seenOf(failure),
        hint: `Give the service account of the token ${needed}.`,
    };
}
//# sourceMappingURL=explain.js.map
;// CONCATENATED MODULE: ./packages/grafana/lib/api/access-problems.js
/** What people paste with the address or the token of Grafana, and what to cut off. */
function grafanaAccessProblems({ grafanaUrl, grafanaToken }) {
    return [
        ...(grafanaUrl === undefined ? [] : addressProblems(grafanaUrl)),
        ...(grafanaToken === undefined ? [] : tokenProblems(grafanaToken.reveal())),
    ];
}
/** Paths of Grafana's own pages; what comes before them may be the path that it is served below. */
const page = /\/(?:login|d|d-solo|dashboards?|explore|api|connections|datasources|admin)(?:\/.*)?$/;
function addressProblems(address) {
    const { origin, pathname, search, hash } = new URL(address);
    const path = pathname.replace(page, '').replace(/\/+$/, '');
    const surplus = `${pathname.slice(path.length).replace(/^\/$/, '')}${search}${hash}`;
    if (surplus === '')
        return [];
    return [`Input "grafana-url" is the address of a page; cut off "${surplus}" and give ${origin}${path}.`];
}
/** Of Grafana Cloud's two kinds of tokens the wrong one fails with a bare 401. */
const accessPolicyToken = 'Input "grafana-token" (GRAFANA_API_KEY) begins with glc_: that is an access-policy token, which sends metrics and cannot ask Grafana; it belongs into GRAFANA_PROMETHEUS_API_KEY. Give a service account token (glsa_…), made in Grafana under Administration, Service accounts.';
function tokenProblems(token) {
    if (token.startsWith('glc_'))
        return [accessPolicyToken];
    if (/^bearer\s/i.test(token))
        return ['Input "grafana-token" begins with "Bearer"; give the token (glsa_…) alone.'];
    if (/^[\x21-\x7e]+$/.test(token))
        return [];
    return [
        'Input "grafana-token" holds a space, a line break or a letter outside ASCII, which no token has; copy it again.',
    ];
}
//# sourceMappingURL=access-problems.js.map
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
;// CONCATENATED MODULE: ./packages/grafana/lib/datasource/known-prometheus.js

/** By what a data source shows that it is this Prometheus; undefined when nothing names one. */
function knownPrometheus({ app, addresses, remoteWriteUrls }) {
    const known = addresses.flatMap((one) => one ?? []);
    const [first] = known;
    const name = app ?? (first && new URL(first).host);
    if (name === undefined)
        return undefined;
    const sendsToGrafanaCloud = remoteWriteUrls.some((one) => one !== undefined && isGrafanaCloud(one));
    return { name, uid: datasourceUidFor(name), addresses: known, sendsToGrafanaCloud };
}
/** "uid too long, max 40 characters" (pkg/services/datasources/service/datasource.go, pkg/util/shortid_generator.go). */
const uidMaxLength = 40;
const prefix = 'prometheus-';
const hashLength = 8;
/** The same for the same app in every run, and another for every other app. */
function datasourceUidFor(app) {
    const slug = app
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-+|-+$/g, '');
    const plain = `${prefix}${slug}`;
    if (slug === app && plain.length <= uidMaxLength)
        return plain;
    const hash = (0,external_node_crypto_.createHash)('sha256').update(app).digest('hex').slice(0, hashLength);
    return `${plain.slice(0, uidMaxLength - hashLength - 1).replace(/-+$/, '')}-${hash}`;
}
/** As a server understands them: the case of the host, usual ports and a slash at the end make no difference. */
function sameAddress(one, other) {
    const [first, second] = [normalised(one), normalised(other)];
    return first !== undefined && first === second;
}
function normalised(address) {
    if (!URL.canParse(address))
        return undefined;
    const { origin, pathname } = new URL(address);
    return `${origin}${pathname.replace(/\/+$/, '')}`;
}
/** Stacks of Grafana Cloud, and where they take samples, are below this domain. */
function isGrafanaCloud(address) {
    return URL.canParse(address) && new URL(address).hostname.endsWith('.grafana.net');
}
//# sourceMappingURL=known-prometheus.js.map
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
;// CONCATENATED MODULE: ./packages/verify/lib/plan.js



/** Of Prometheus on Fly's private network. */
const prometheusPort = 9090;
/** Prometheus hands new targets to its scrapers every 5 s. */
const discoveryMs = 5_000;
/** For jobs that no file describes: Prometheus' usual values. */
const usualJob = { intervalMs: 15_000, timeoutMs: 10_000, discoveries: [] };
const usualRefreshMs = 30_000;
function planVerify(inputs, { config }) {
    const known = config?.jobs ?? [];
    const jobs = plannedJobs(inputs.jobs, known);
    const scraped = known.filter(({ name }) => jobs.some((job) => job.name === name));
    const derivedMs = timeToVerdictMs(scraped);
    return {
        access: planAccess(inputs),
        jobs,
        apps: [
            ...new Set(jobs.filter(({ count }) => count === undefined).flatMap(({ groups }) => groups.map(({ app }) => app))),
        ],
        sinceMs: inputs.sinceMs,
        timeoutMs: inputs.timeout ?? derivedMs,
        timeoutReason: inputs.timeout === undefined ? 'DNS refresh + 5 s + 2 scrape intervals + scrape time-out' : 'as set',
        intervalMs: inputs.interval,
        stableForMs: inputs.stableFor ?? Math.max(...(scraped.length === 0 ? [usualJob] : scraped).map((job) => job.intervalMs)),
        freshForMs: Math.max(...(scraped.length === 0 ? [usualJob] : scraped).map(twoScrapesMs)),
        scrapeIntervalMs: config?.scrapeIntervalMs ?? usualJob.intervalMs,
    };
}
function planAccess({ prometheusUrl, auth, monitoringApp = '' }) {
    if (prometheusUrl !== undefined)
        return { kind: 'url', url: prometheusUrl };
    if (auth !== undefined)
        return { kind: 'url', url: publicUrl(monitoringApp) };
    return { kind: 'tunnel', app: monitoringApp, remotePort: prometheusPort };
}
function plannedJobs(expectations, known) {
    if (expectations.length === 0)
        return known.map((job) => plannedJob({ name: job.name, count: undefined }, job));
    return expectations.map((expectation) => plannedJob(expectation, known.find(({ name }) => name === expectation.name)));
}
function plannedJob({ name, count }, job) {
    const targets = job?.discoveries.map((one) => (one.kind === 'static' ? one.targets.length : 0)) ?? [];
    return {
        name,
        count,
        groups: job === undefined ? [] : groupsOfJob(job),
        place: job === undefined ? undefined : { file: job.file, line: job.line },
        timeoutMs: job?.timeoutMs,
        staticTargets: targets.reduce((sum, one) => sum + one, 0),
    };
}
/** A machine that has just started is found at the next DNS refresh and surely scraped within two intervals. */
function timeToVerdictMs(jobs) {
    const all = jobs.length === 0 ? [usualJob] : jobs;
    const refreshes = jobs.flatMap(({ discoveries }) => discoveries.flatMap((one) => (one.kind === 'dns' ? [one.refreshMs] : [])));
    const refreshMs = jobs.length === 0 ? usualRefreshMs : Math.max(0, ...refreshes);
    return refreshMs + discoveryMs + Math.max(...all.map(twoScrapesMs));
}
function twoScrapesMs({ intervalMs, timeoutMs }) {
    return 2 * intervalMs + timeoutMs;
}
/** What a dry run prints. */
function describePlan(plan, steps) {
    const { access } = plan;
    const where = access.kind === 'url' ? access.url : `port ${access.remotePort} of ${access.app}, through flyctl proxy`;
    const since = plan.sinceMs === 0 ? 'at any time' : `since ${new Date(plan.sinceMs).toISOString()}`;
    return [
        `Would ask Prometheus at ${where}.`,
        ...plan.jobs.map((job) => `Would want the job ${job.name}: ${describeExpectation(job)}, scraped ${since}.`),
        ...steps,
        `Would wait up to ${duration_formatDuration(plan.timeoutMs)} (${plan.timeoutReason}), looking every ${duration_formatDuration(plan.intervalMs)}.`,
    ];
}
function describeExpectation({ count, groups, staticTargets }) {
    if (count !== undefined)
        return `${count.kind === 'exactly' ? 'exactly' : 'at least'} ${count.count} targets`;
    const named = groups.map(({ app, group, port }) => `${group === undefined ? app : `${app}/${group}`}:${port}`);
    if (named.length > 0)
        return `every machine of ${named.join(', ')}`;
    return `at least ${Math.max(1, staticTargets)} targets`;
}
//# sourceMappingURL=plan.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/grafana/grafana-given.js



function grafanaProblems(own) {
    const { grafanaUrl, grafanaToken } = own;
    const access = grafanaAccessProblems(own);
    if ((grafanaUrl === undefined) === (grafanaToken === undefined))
        return access;
    const half = 'Inputs "grafana-url" and "grafana-token" belong together; give both, or neither to ask Prometheus itself.';
    return [half, ...access];
}
/** The Grafana to ask, and the data source that the import has chosen or made there. */
function grafanaGiven(own, { inputs, repository }) {
    const { grafanaUrl: url, grafanaToken: token, orgId, datasource: named } = own;
    if (url === undefined || token === undefined)
        return undefined;
    const app = inputs.monitoringApp;
    const shows = knownPrometheus({
        app,
        addresses: [inputs.prometheusUrl, ...(app === undefined ? [] : addressesOfApp(app, prometheusPort))],
        remoteWriteUrls: repository.config?.remoteWriteUrls ?? [],
    });
    return { url, token, orgId, datasource: { named, shows } };
}
//# sourceMappingURL=grafana-given.js.map
;// CONCATENATED MODULE: ./packages/grafana/lib/json.js
function json_isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function json_textIn(value, name) {
    const field = fieldIn(value, name);
    return typeof field === 'string' ? field : undefined;
}
function numberIn(value, name) {
    const field = fieldIn(value, name);
    return typeof field === 'number' ? field : undefined;
}
function json_objectIn(value, name) {
    const field = fieldIn(value, name);
    return json_isObject(field) ? field : undefined;
}
/** Empty when there is no such list. */
function listIn(value, name) {
    const field = fieldIn(value, name);
    return Array.isArray(field) ? field : [];
}
/** The objects of a list; what is none is left out. */
function objectsIn(value, name) {
    return listIn(value, name).filter(json_isObject);
}
/** A copy in which `change` has replaced every string, keys excepted. */
function json_mapStrings(value, change) {
    if (typeof value === 'string')
        return change(value);
    if (Array.isArray(value))
        return value.map((item) => json_mapStrings(item, change));
    if (!json_isObject(value))
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, json_mapStrings(item, change)]));
}
function fieldIn(value, name) {
    return json_isObject(value) ? value[name] : undefined;
}
//# sourceMappingURL=json.js.map
;// CONCATENATED MODULE: ./packages/grafana/lib/api/answer.js
function answer_ok(value) {
    return { kind: 'ok', value };
}
/** Whether the same request may be answered later, with nothing corrected. */
function answer_isTemporary({ kind }) {
    return kind === 'throttled' || kind === 'asleep' || kind === 'broken' || kind === 'unreachable';
}
/** Whether the server may have carried the request out although it did not say so. */
function answer_isDoubtful(failure) {
    return failure.kind === 'unreachable' || failure.kind === 'broken';
}
//# sourceMappingURL=answer.js.map
;// CONCATENATED MODULE: ./packages/grafana/lib/api/redirect.js
/** Where a proxy asks people to sign in. */
const signIn = /\/(?:log|sign)[-_]?in\b|\/(?:oauth2?|auth|sso|saml|authorize)\b|\/cdn-cgi\/access\b/i;
/** Everything that is asked of Grafana is below this. */
const api = /\/api(?:\/.*)?$/;
/**
 * What the redirect of a request says about the address that was given: https for http, another host, or the path that
 * Grafana is served below. Query strings are dropped, which may hold credentials.
 */
function readRedirect(location, requested) {
    if (location === undefined || !URL.canParse(location, requested)) {
        return { target: location ?? 'nowhere', address: undefined };
    }
    const { origin, pathname } = new URL(location, requested);
    const target = `${origin}${pathname}`;
    if (signIn.test(pathname))
        return { target, address: undefined };
    return { target, address: `${origin}${pathname.replace(api, '').replace(/\/+$/, '')}` };
}
//# sourceMappingURL=redirect.js.map
;// CONCATENATED MODULE: ./packages/grafana/lib/api/classify.js



/** What one exchange means. Only JSON counts: a login page or another product answers 200 as well. */
function classify_classify(response, request) {
    if (response.kind === 'unreachable')
        return failure('unreachable', { request, message: response.detail });
    const { status } = response;
    const body = jsonOf(response);
    if (status >= 300 && status < 400)
        return redirected(response, request);
    if (body === undefined)
        return withoutJson(response, request);
    // With the toggle datasourceQueryMultiStatus a failed query is told in a 207 (pkg/api/metrics.go).
    const queryError = queryErrorIn(body);
    if (status < 300 && queryError === undefined)
        return answer_ok(body);
    const message = json_textIn(body, 'message') ?? json_textIn(body, 'error') ?? queryError ?? '';
    return failure(kindOf(status, body), {
        request,
        status,
        message,
        reason: json_textIn(body, 'status') ?? json_textIn(body, 'code') ?? (queryError === undefined ? undefined : 'query-failed'),
        permission: /permissions needed: (?<names>[^.]+)/i.exec(message)?.groups?.['names']?.trim(),
        retryAfterMs: retryAfterOf(response),
    });
}
/** /api/ds/query says for each query what went wrong. */
function queryErrorIn(body) {
    const results = json_objectIn(body, 'results');
    if (!json_isObject(results))
        return undefined;
    return Object.values(results)
        .map((result) => json_textIn(result, 'error'))
        .find((error) => error !== undefined);
}
function failure(kind, facts) {
    return { status: 0, reason: undefined, permission: undefined, retryAfterMs: undefined, ...facts, kind };
}
function jsonOf({ body }) {
    try {
        return JSON.parse(body);
    }
    catch {
        return undefined;
    }
}
function redirected({ headers, status }, request) {
    const [, requested = ''] = request.split(' ');
    const redirect = readRedirect(headerIn(headers, 'location'), requested);
    return failure('not-grafana', {
        request,
        status,
        message: `it redirects (${status}) to ${redirect.target}`,
        redirect,
    });
}
/** Proxies answer 429 and 5xx with pages of their own; anything else without JSON is not Grafana. */
function withoutJson(response, request) {
    const { status, headers } = response;
    const type = headerIn(headers, 'content-type') ?? 'no content type';
    const facts = { request, status, message: `it answered ${status} with ${type}, not with JSON` };
    if (status === 429)
        return failure('throttled', { ...facts, retryAfterMs: retryAfterOf(response) });
    if (status === 401)
        return failure('unauthorized', facts);
    // Proxies have a limit for what is sent, and Grafana itself has none.
    if (status === 413)
        return failure('refused', facts);
    return failure(status >= 500 ? 'broken' : 'not-grafana', facts);
}
function kindOf(status, body) {
    const code = json_textIn(body, 'code');
    if (status === 503 && code === 'Loading')
        return 'asleep';
    if (status === 404 && /instance URL/i.test(json_textIn(body, 'message') ?? ''))
        return 'unknown-instance';
    if (status >= 500)
        return 'broken';
    const kinds = {
        401: 'unauthorized',
        403: 'forbidden',
        404: 'not-found',
        429: 'throttled',
    };
    return kinds[status] ?? 'refused';
}
/** Seconds; the other form of the header, a date, is not used by Grafana. */
function retryAfterOf({ headers }) {
    const seconds = headerIn(headers, 'retry-after');
    return seconds !== undefined && /^\d+$/.test(seconds) ? Number(seconds) * 1_000 : undefined;
}
function headerIn(headers, name) {
    return headers[name];
}
//# sourceMappingURL=classify.js.map
;// CONCATENATED MODULE: ./packages/grafana/lib/api/transport.js

const maxRetries = 3;
const firstDelayMs = 500;
const maxDelayMs = 10_000;
/** grafana.com asks for up to an hour; nobody watches a job that long. */
const maxRetryAfterMs = 30_000;
function grafanaTransport({ http, clock }, { url, token, orgId }) {
    const once = async (request) => {
        const { method = 'GET', path, body } = request;
        const authorization = `Bearer ${token.reveal()}`;
        const headers = { accept: 'application/json', authorization, ...transport_organisationHeader(orgId) };
        const response = await http.send({
            url: `${url}${path}`,
            method,
            headers: body === undefined ? headers : { ...headers, 'content-type': 'application/json' },
            ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        });
        return withTokenKind(classify_classify(response, `${method} ${url}${path}`), token);
    };
    const ask = async (request) => {
        for (let tries = 0;; tries++) {
            const answer = await once(request);
            if (answer.kind === 'ok' || tries === maxRetries)
                return answer;
            const delayMs = retryDelayMs(answer, request, tries);
            if (delayMs === undefined)
                return answer;
            await clock.sleep(delayMs);
        }
    };
    return { url, clock, ask };
}
/** Base64 of `{"k":"`, with which every key of the time before service accounts begins (pkg/components/apikeygen). */
const apiKeyStart = 'eyJrIjoi';
function withTokenKind(answer, token) {
    const isApiKey = answer.kind === 'unauthorized' && token.reveal().startsWith(apiKeyStart);
    return isApiKey ? { ...answer, isApiKey } : answer;
}
/** Grafana answers with the data of this organisation, and refuses a token of another one. */
function transport_organisationHeader(orgId) {
    return orgId === undefined ? {} : { 'x-grafana-org-id': String(orgId) };
}
/** Pause before the next try, doubled each time. */
function transport_backoffMs(tries) {
    return Math.min(firstDelayMs * 2 ** tries, maxDelayMs);
}
function retryDelayMs(failure, request, tries) {
    if (failure.kind === 'throttled') {
        const wanted = failure.retryAfterMs ?? transport_backoffMs(tries);
        return wanted > maxRetryAfterMs ? undefined : wanted;
    }
    const mayRepeat = (request.method ?? 'GET') === 'GET';
    const passing = failure.kind === 'unreachable' || failure.kind === 'broken' || failure.kind === 'asleep';
    return mayRepeat && passing ? transport_backoffMs(tries) : undefined;
}
//# sourceMappingURL=transport.js.map
;// CONCATENATED MODULE: ./packages/grafana/lib/api/datasources.js




/** All of them: Grafana does not page this list. */
async function listDatasources(transport) {
    const answer = await transport.ask({ path: '/api/datasources' });
    if (answer.kind !== 'ok')
        return answer;
    return answer_ok(objectsIn({ list: answer.value }, 'list').map(datasourceOf));
}
function datasourceOf(source) {
    return {
        uid: json_textIn(source, 'uid') ?? '',
        name: json_textIn(source, 'name') ?? '',
        type: json_textIn(source, 'type') ?? '',
        url: json_textIn(source, 'url') ?? '',
        isDefault: source['isDefault'] === true,
        isReadOnly: source['readOnly'] === true,
    };
}
/** All settings of one; `ok` with undefined when it is not there. */
async function readDatasource(transport, uid) {
    const answer = await transport.ask({ path: pathOf(uid) });
    if (answer.kind === 'not-found')
        return ok(undefined);
    if (answer.kind !== 'ok')
        return answer;
    return ok(isObject(answer.value) ? answer.value : {});
}
const maxTries = 4;
/**
 * Makes it under the uid that is wanted. A lost answer, and another run that was quicker, end as made: who comes second
 * finds it and has nothing to do. Where something else has the name, the uid goes behind it.
 */
async function createDatasource(transport, wanted, place) {
    let { name } = wanted;
    for (let tries = 1;; tries++) {
        const body = newDatasource({ ...wanted, name }, place);
        const created = await transport.ask({ method: 'POST', path: '/api/datasources', body });
        if (created.kind === 'ok')
            return ok(shownIn(created.value, wanted));
        const isTaken = created.status === 409;
        if (tries === maxTries || !(isTaken || isDoubtful(created)))
            return created;
        const existing = await readDatasource(transport, wanted.uid);
        if (existing.kind === 'ok' && existing.value !== undefined)
            return ok(datasourceOf(existing.value));
        if (isTaken)
            name = `${wanted.name} (${wanted.uid})`;
        else
            await transport.clock.sleep(backoffMs(tries));
    }
}
/**
 * Changes what is ours in it, and keeps the rest. Its version is sent along, so that nobody's change is lost: after a
 * lost answer, and when somebody else was quicker, it is read again and changed once more.
 */
async function updateDatasource(transport, wanted, existing) {
    let current = existing;
    for (let tries = 1;; tries++) {
        const body = changedDatasource(wanted, current);
        const answer = await transport.ask({ method: 'PUT', path: pathOf(wanted.uid), body });
        if (answer.kind === 'ok')
            return ok(shownIn(answer.value, wanted));
        if (tries === maxTries || !(answer.status === 409 || isDoubtful(answer)))
            return answer;
        await transport.clock.sleep(backoffMs(tries));
        const again = await readDatasource(transport, wanted.uid);
        if (again.kind !== 'ok' || again.value === undefined)
            return answer;
        current = again.value;
    }
}
function shownIn(value, { uid, name, url }) {
    const shown = isObject(value) && isObject(value['datasource']) ? value['datasource'] : {};
    return datasourceOf({ uid, name, url, type: 'prometheus', ...shown });
}
/** Whether Grafana reaches it with what it has. */
async function datasourceHealth(transport, uid) {
    const answer = await transport.ask({ path: `${pathOf(uid)}/health` });
    if (answer.kind === 'ok')
        return { kind: 'healthy' };
    return answer.kind === 'refused' && answer.status === 400
        ? { kind: 'unhealthy', message: answer.message }
        : { kind: 'unknown' };
}
function pathOf(uid) {
    return `/api/datasources/uid/${encodeURIComponent(uid)}`;
}
//# sourceMappingURL=datasources.js.map
;// CONCATENATED MODULE: ./packages/grafana/lib/datasource/choose-datasource.js

const wantedType = 'prometheus';
/** Grafana Cloud gives every stack this one; its others of the same type hold billing figures. */
const cloudUid = 'grafanacloud-prom';
/**
 * The one that somebody names; else the one that shows this Prometheus, by what is known of it; else the default one,
 * Grafana Cloud's own, or the only one.
 */
function chooseDatasource(all, { named, shows }) {
    const candidates = all.filter(({ type }) => type === wantedType);
    if (named !== undefined)
        return byName(all, candidates, named);
    return (shows && matching(candidates, shows)) ?? guess(candidates);
}
function byName(all, candidates, named) {
    const found = all.find(({ uid }) => uid === named) ?? all.find(({ name }) => name === named);
    if (found === undefined)
        return { kind: 'unclear', problem: `Grafana has no data source "${named}"`, candidates };
    if (found.type === wantedType)
        return chosen(found, 'as asked for');
    return { kind: 'unclear', problem: `Data source "${named}" is of type ${found.type}, not ${wantedType}`, candidates };
}
function matching(candidates, shows) {
    const own = candidates.find(({ uid }) => uid === shows.uid);
    if (own !== undefined)
        return chosen(own, 'made for this Prometheus');
    const same = candidates.filter(({ url }) => shows.addresses.some((address) => sameAddress(address, url)));
    const [first] = [...same].sort((one, other) => Number(other.isDefault) - Number(one.isDefault));
    if (first !== undefined)
        return chosen(first, 'it has the address of this Prometheus');
    const cloud = shows.sendsToGrafanaCloud ? candidates.find(({ uid }) => uid === cloudUid) : undefined;
    return cloud && chosen(cloud, "Grafana Cloud's own, which this Prometheus sends to");
}
function chosen(datasource, because) {
    return { kind: 'chosen', datasource, because, isGuess: false };
}
function guess(candidates) {
    const [first, ...others] = candidates;
    if (first === undefined)
        return { kind: 'unclear', problem: 'Grafana has no data source of type prometheus', candidates };
    const byDefault = candidates.find(({ isDefault }) => isDefault);
    if (byDefault !== undefined)
        return guessed(byDefault, 'the default one');
    const cloud = candidates.find(({ uid }) => uid === cloudUid);
    if (cloud !== undefined)
        return guessed(cloud, "Grafana Cloud's own");
    if (others.length === 0)
        return guessed(first, 'the only one');
    return {
        kind: 'unclear',
        problem: `Grafana has ${candidates.length} data sources of type prometheus and none is the default`,
        candidates,
    };
}
function guessed(datasource, because) {
    return { kind: 'chosen', datasource, because, isGuess: true };
}
//# sourceMappingURL=choose-datasource.js.map
;// CONCATENATED MODULE: ./packages/grafana/lib/api/query-panel.js


/** What a page of an hour on a usual screen asks for. */
const lastHour = { from: 'now-1h', to: 'now' };
const resolution = { intervalMs: 15_000, maxDataPoints: 240 };
const refId = 'A';
/** The values that a panel shows now. */
async function queryPanel(transport, question) {
    const answer = await queryValues(transport, question);
    return answer.kind === 'ok' ? answer_ok(answer.value.map(({ value }) => value)) : answer;
}
/**
 * What a query shows now, asked as the page asks: through Grafana, with its data source. A wrong query is a failure of
 * kind `refused` with the reason `query-failed`.
 */
async function queryValues(transport, { datasourceUid, expr }) {
    const datasource = { type: 'prometheus', uid: datasourceUid };
    const query = { refId, datasource, expr, instant: true, range: false, ...resolution };
    const answer = await transport.ask({
        method: 'POST',
        path: '/api/ds/query',
        body: { queries: [query], ...lastHour },
    });
    return answer.kind === 'ok' ? answer_ok(valuesIn(answer.value)) : answer;
}
function valuesIn(body) {
    const result = json_objectIn(json_objectIn(body, 'results'), refId);
    return objectsIn(result, 'frames').flatMap((frame) => {
        const fields = objectsIn(json_objectIn(frame, 'schema'), 'fields');
        return fields.flatMap((field, index) => {
            const labels = labelsOf(field);
            return json_textIn(field, 'type') === 'number' ? columnOf(frame, index).map((value) => ({ labels, value })) : [];
        });
    });
}
function labelsOf(field) {
    const texts = Object.entries(json_objectIn(field, 'labels') ?? {}).flatMap(([name, value]) => typeof value === 'string' ? [[name, value]] : []);
    return Object.fromEntries(texts);
}
/** JSON has neither NaN nor infinities: Grafana writes null and lists the places beside it. */
function columnOf(frame, index) {
    const data = json_objectIn(frame, 'data');
    const column = listIn(data, 'values')[index];
    const odd = listIn(data, 'entities')[index];
    const values = Array.isArray(column) ? column : [];
    return values.flatMap((value, place) => {
        if (typeof value === 'number')
            return [value];
        const special = query_panel_specials.find(([name]) => listIn(odd, name).includes(place));
        return special === undefined ? [] : [special[1]];
    });
}
const query_panel_specials = [
    ['NaN', Number.NaN],
    ['Inf', Number.POSITIVE_INFINITY],
    ['NegInf', Number.NEGATIVE_INFINITY],
];
//# sourceMappingURL=query-panel.js.map
;// CONCATENATED MODULE: ./packages/kit/lib/error-codes.js
const entries = {
    INPUT_INVALID: {
        means: 'One or more inputs are wrong. The stage that says so has changed nothing: its inputs are checked first.',
        next: 'Correct every line of the message; all wrong inputs are listed at once.',
    },
    FILE_MISSING: {
        means: 'A file or folder that an input names (or its default) is not in the checkout.',
        next: 'Check out the repository before this step, and give paths relative to its root.',
    },
    FILE_INVALID: {
        means: 'A file cannot be read, or its content is not what its name promises.',
        next: 'Look at the named field or line; the message says what was expected there.',
    },
    TOOL_MISSING: {
        means: 'A program that this step runs is not on PATH.',
        next: 'Install it as the hint says. On GitHub the actions install flyctl themselves.',
    },
    TOOL_DOWNLOAD_FAILED: {
        means: 'flyctl is not on PATH, and its release could not be downloaded or unpacked.',
        next: 'Run again; behind a proxy set HTTPS_PROXY; or install flyctl in an earlier step.',
    },
    TOOL_UNVERIFIED: {
        means: "flyctl was not run, because its archive has another sha256 than the pinned or given one, or because no sha256 is pinned and the release's checksums.txt could not be read. The tool cache is checked in the same way at every use; a flyctl on PATH is your own installation and is not checked.",
        next: 'Run again; behind a proxy set HTTPS_PROXY; for another version give flyctl-version with the flyctl-checksum from its checksums.txt; or install flyctl in an earlier step.',
    },
    NETWORK_UNREACHABLE: {
        means: 'A server gave no answer: refused, no DNS name, a time-out or a broken TLS handshake.',
        next: 'Open the address from another place. On a self-hosted runner set HTTPS_PROXY and NO_PROXY.',
    },
    UNEXPECTED_ANSWER: {
        means: 'A server answered with something that this version does not understand.',
        next: 'Check that the address is the right one; a login page or another product often answers instead.',
    },
    FLY_TOKEN_MISSING: {
        means: 'No Fly.io token was given, and flyctl is not logged in on this machine. Nothing was downloaded or changed.',
        next: 'Make one with "fly tokens create deploy -a <app>" (or "fly tokens create org"), store it as the secret FLY_API_TOKEN and give it as the input fly-api-token; on your own machine "fly auth login" is enough for 30 days.',
    },
    FLY_LEASE_HELD: {
        means: 'Another deploy holds the machines, or one that was killed has left its leases behind.',
        next: 'Wait for the other deploy; after a killed one run "fly machine leases clear -a <app>".',
    },
    FLY_RATE_LIMITED: {
        means: 'Fly.io got too many requests at once with this token, also after some pauses.',
        next: 'Run again in a minute; other jobs with the same token count too.',
    },
    FLY_IMAGE_MISSING: {
        means: 'The image to deploy was not found, or Fly.io may not read its registry.',
        next: 'Push it before this step; Fly.io reads registry.fly.io and public registries.',
    },
    FLY_CONFIG_REFUSED: {
        means: 'flyctl refused the fly.toml.',
        next: 'Correct what the error names, and try "fly config validate" on your machine.',
    },
    FLY_VOLUME_MISSING: {
        means: 'A machine needs a volume that is not there, is attached elsewhere, or is in another region.',
        next: 'See "fly volumes list -a <app>" and make the one that is named with "fly volumes create <name> -r <region> -a <app>".',
    },
    FLY_PAYMENT_NEEDED: {
        means: 'Fly.io wants a payment method before it makes the machine.',
        next: "Add one at https://fly.io/dashboard under the organisation's Billing.",
    },
    RELEASE_COMMAND_FAILED: {
        means: 'The release_command of the fly.toml failed, did not end in time or could not be started, so no machine was changed. What it did before is not undone.',
        next: 'Read its log in the error, correct it, and deploy again.',
    },
    FLY_TOKEN_REFUSED: {
        means: 'Fly.io refused the token.',
        next: 'Make a new one with "fly tokens create deploy -a <app>" (or "fly tokens create org") and store it as FLY_API_TOKEN.',
    },
    FLY_APP_MISSING: {
        means: 'The Fly app does not exist, or the token may not see it; Fly gives the same answer for both.',
        next: 'Create it once with "fly apps create <app>", set "create: true", or use a token of the right app.',
    },
    FLY_COMMAND_FAILED: {
        means: 'A flyctl command ended with an error.',
        next: "Read flyctl's own last lines in the log above the error.",
    },
    FLY_BUILD_FAILED: {
        means: 'The image could not be built.',
        next: 'Build it on your machine with "docker build -f <dockerfile> ."; for a builder that gives no answer, run again.',
    },
    FLY_TIMEOUT: {
        means: 'flyctl did not end within its budget and was stopped, or gave up waiting for Fly.io; what Fly did meanwhile is reported.',
        next: 'Look at "fly status" and "fly logs"; raise wait-timeout if the machines only need longer.',
    },
    DEPLOY_NOT_LIVE: {
        means: 'flyctl reported success, but the machines do not run the release: wrong version, not started or failing checks.',
        next: 'Look at "fly machine list" and "fly logs"; a failed image pull makes Fly put the old version back silently.',
    },
    PROMETHEUS_CONFIG_INVALID: {
        means: 'The Prometheus configuration is wrong or would prove nothing (no jobs, a rule file that matches nothing).',
        next: 'Correct the named field and try "promtool check config --syntax-only" on your machine.',
    },
    PROMETHEUS_NOT_READY: {
        means: 'Prometheus did not become ready within its budget.',
        next: 'Look at "fly logs" of the monitoring app; replaying a large WAL takes minutes: raise ready-timeout.',
    },
    PROMETHEUS_REFUSED: {
        means: 'Prometheus answered 401 or 403.',
        next: 'PROMETHEUS_USER and PROMETHEUS_PASSWORD must be those that the monitoring app was deployed with.',
    },
    PROMETHEUS_UNREACHABLE: {
        means: 'Prometheus could not be asked, neither at its address nor through flyctl proxy.',
        next: 'Look at "fly status" of the monitoring app; a private Prometheus needs a token that may use WireGuard.',
    },
    PROMETHEUS_OPEN: {
        means: 'Prometheus answers without a password although it should be protected.',
        next: 'Deploy the monitoring app again with PROMETHEUS_PASSWORD set.',
    },
    TARGETS_DOWN: {
        means: 'At least one expected target is missing or not scraped.',
        next: 'The table names job, instance, error and the next step for each.',
    },
    VERIFY_FAILED: {
        means: 'A check of verify-targets failed.',
        next: 'Each failed check names what it blames, what was seen and what to do.',
    },
    VERIFY_INCONCLUSIVE: {
        means: 'Nothing was proved wrong, but not everything could be proved right within the budget.',
        next: 'Run again, or raise input "timeout" (in the whole chain: "verify-timeout"); an inconclusive run is never green.',
    },
    DASHBOARD_INVALID: {
        means: 'A dashboard file is not a Grafana dashboard, or misses a field that is needed. The import goes on with the others unless "strict" is true, and fails at the end; a whole chain refuses the file before it deploys.',
        next: 'Export it again from Grafana with "Export for sharing externally", or correct the named field.',
    },
    GRAFANA_TOKEN_REFUSED: {
        means: 'Grafana refused the token, or the token may not do what is needed.',
        next: 'Use a service account token (glsa_…) with the Editor role; an access-policy token (glc_…) is for sending metrics.',
    },
    GRAFANA_UNREACHABLE: {
        means: 'Grafana gave no usable answer within its budget.',
        next: 'Open GRAFANA_URL in a browser: a paused Grafana Cloud stack wakes up within minutes; run again then.',
    },
    GRAFANA_DATASOURCE_MISSING: {
        means: 'It is not clear which Grafana data source the dashboards should use, and none could be made.',
        next: 'Set the input "datasource" to the uid or name of one of those listed.',
    },
    PROMETHEUS_PRIVATE: {
        means: "Prometheus has no public address, so that Grafana Cloud, which is outside Fly's private network, cannot reach it.",
        next: 'Deploy it with PROMETHEUS_PASSWORD and [http_service], or let it send its samples to Grafana Cloud; a data source that reaches it another way is named by the input "datasource".',
    },
    GRAFANA_REFUSED: {
        means: 'Grafana refused a dashboard, a folder or a data source.',
        next: 'The message holds the answer of Grafana and what it means.',
    },
    DASHBOARD_CONFLICT: {
        means: 'Somebody saved the dashboard in Grafana after our last import, so it was not overwritten.',
        next: 'Take the change over with the command export-dashboards (docs/dashboards.md), or run with "overwrite: always".',
    },
    DASHBOARD_NOT_KEPT: {
        means: 'A dashboard could not be copied into the backup folder, so it was neither replaced nor deleted.',
        next: 'Give the input "backup-folder" a folder that the user of this process can write to.',
    },
    DEADLINE_PASSED: {
        means: 'The step did not end within its deadline; what it had begun may be half done.',
        next: 'Look at what it waited for last; if that only needs longer, raise the input deadline, and the timeout-minutes of the job with it.',
    },
    INTERRUPTED: {
        means: 'The run was cancelled. Nothing new was started; what ran was interrupted and given 8 s to end.',
        next: 'Look at what the error says was interrupted; run again: what was done already is found and not done twice.',
    },
    UNEXPECTED: {
        means: 'Something happened that this version does not expect; it is a defect of this product.',
        next: 'Open an issue with the log; it holds no secrets.',
    },
};
const errorCodes = entries;
//# sourceMappingURL=error-codes.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/checks/panels/judge-panels.js

function judgePanel(answer) {
    if (answer.kind !== 'ok')
        return judgeFailure(answer);
    if (answer.value.type === 'text')
        return { kind: 'data' };
    return stateOfValues(answer.value.series.flatMap(({ points }) => points.map(({ value }) => value)));
}
/** What is to be seen of these. */
function stateOfValues(values) {
    if (values.length === 0)
        return { kind: 'empty' };
    if (values.every(Number.isNaN))
        return { kind: 'nan' };
    return values.every((value) => value === 0 || Number.isNaN(value)) ? { kind: 'zero' } : { kind: 'data' };
}
/** An agent answers every query with an error of execution, whatever is asked. */
const noQueries = /unavailable with Prometheus Agent/;
/** An overloaded server's time-out is not the panel's fault; bad_data and execution errors are. */
function judgeFailure(failure) {
    if (failure.kind !== 'error')
        return { kind: 'unasked', detail: describeFailure(failure), isFinal: isFinal(failure) };
    const { errorType, error } = failure;
    if (noQueries.test(error))
        return { kind: 'unasked', detail: error, isFinal: true };
    const detail = `${errorType}: ${error}`;
    const isQueryWrong = errorType === 'bad_data' || errorType === 'execution';
    return isQueryWrong ? { kind: 'error', detail } : { kind: 'unasked', detail, isFinal: false };
}
//# sourceMappingURL=judge-panels.js.map
;// CONCATENATED MODULE: ./packages/grafana/lib/api/waiting.js

/** Often enough for whoever watches, seldom enough for a log. */
const tellEveryMs = 30_000;
/** Tells what is waited for when the waiting begins, and how long already now and then. */
class waiting_WaitingForGrafana {
    #facts;
    #toldAtMs;
    constructor(facts) {
        this.#facts = facts;
    }
    /** Called with each failure that is waited out. */
    saw(failure, nowMs) {
        if (this.#toldAtMs !== undefined && nowMs - this.#toldAtMs < tellEveryMs)
            return;
        const line = this.#toldAtMs === undefined ? this.#begins(failure) : this.#lasts(failure, nowMs);
        this.#toldAtMs = nowMs;
        this.#facts.tell(line);
    }
    #begins(failure) {
        if (failure.kind === 'asleep')
            return 'Grafana is asleep; waking it. This takes up to a few minutes.';
        const { budgetMs } = this.#facts;
        const limit = budgetMs === undefined ? '' : ` for up to ${duration_formatDuration(budgetMs)}`;
        return `Grafana is not ready (${waiting_shortly(failure)}); trying again${limit}.`;
    }
    #lasts(failure, nowMs) {
        const { startedAtMs, budgetMs } = this.#facts;
        const limit = budgetMs === undefined ? '' : ` of ${duration_formatDuration(budgetMs)}`;
        return `Still waiting for Grafana, ${duration_formatDuration(nowMs - startedAtMs)}${limit}: ${waiting_shortly(failure)}`;
    }
}
/** What was seen, without the request. */
function waiting_shortly({ kind, status, message }) {
    if (kind === 'asleep')
        return '503, the stack is still loading';
    return status === 0 || message.startsWith('it ') ? message : `${status} ${message}`.trim();
}
//# sourceMappingURL=waiting.js.map
;// CONCATENATED MODULE: ./packages/grafana/lib/api/wake.js







const hiddenVersion = '(version hidden)';
const pollMs = 2_000;
/** No answer at all is waited for less patiently than a stack that says it is loading. */
const maxSilentTries = 4;
const notGrafana = 'Open the address in a browser. It must be the address of the Grafana itself, such as https://<stack>.grafana.net, not grafana.com and not a Prometheus address.';
const behindPassword = 'GET /api/health needs no token: something before Grafana asks for a password. Let requests with an Authorization header of Grafana through to /api, or give the address behind it.';
/**
 * Waits until Grafana answers. A paused Grafana Cloud stack answers 503 "Loading" and is woken by its login page:
 * asking /api/health alone leaves it asleep.
 * @throws SuiteError GRAFANA_UNREACHABLE
 */
async function wakeGrafana(edges, plan) {
    const { http, clock } = edges;
    const { url, orgId, budgetMs, tell } = plan;
    const headers = organisationHeader(orgId);
    const waiting = new WaitingForGrafana({ startedAtMs: clock.now(), budgetMs, tell });
    let woken = false;
    let failure;
    const outcome = await waitUntil(clock, { budgetMs, firstDelayMs: pollMs, maxDelayMs: 10_000, factor: 1.5 }, async (tries) => {
        const answer = classify(await http.send({ url: `${url}/api/health`, headers }), `GET ${url}/api/health`);
        failure = answer.kind === 'ok' ? undefined : answer;
        if (answer.kind === 'ok')
            return healthOf(answer.value);
        if (!isWorthWaiting(answer, tries))
            return { kind: 'final', observed: shortly(answer) };
        waiting.saw(answer, clock.now());
        if (answer.kind === 'asleep' && !woken) {
            woken = true;
            await openLoginPage(edges, plan);
        }
        return { kind: 'retry', observed: shortly(answer) };
    });
    if (outcome.kind === 'done')
        return outcome.value;
    throw unreachable(plan, outcome, failure);
}
/** What wakes a paused Grafana Cloud stack; what the page says does not matter. */
async function openLoginPage({ http }, { url, orgId }) {
    await http.send({ url: `${url}/login?disableAutoLogin=true`, headers: transport_organisationHeader(orgId) });
}
function healthOf(body) {
    // With hide_version (section auth.anonymous) Grafana answers {"database":"ok"} alone: pkg/api/http_server.go.
    const version = textIn(body, 'version') ?? (textIn(body, 'database') === undefined ? undefined : hiddenVersion);
    if (version === undefined)
        return { kind: 'final', observed: 'JSON without a version, so it is not Grafana' };
    return { kind: 'done', value: { version } };
}
function isWorthWaiting(failure, tries) {
    return isTemporary(failure) && (failure.kind !== 'unreachable' || tries < maxSilentTries);
}
function unreachable({ url }, spent, failure) {
    const { attempts, last, budgetMs } = spent;
    const budget = budgetMs === undefined ? '' : ` within ${formatDuration(budgetMs)}`;
    return new SuiteError({
        code: 'GRAFANA_UNREACHABLE',
        isTemporary: failure !== undefined && isTemporary(failure),
        message: `Grafana at ${url} did not become ready${budget} (${attempts} attempts, last: ${last}).`,
        hint: wake_hintFor(failure),
    });
}
function wake_hintFor(failure) {
    if (failure?.kind === 'unauthorized')
        return behindPassword;
    const isOther = failure === undefined || failure.kind === 'not-found' || failure.kind === 'refused';
    const isPage = failure?.kind === 'not-grafana' && failure.redirect === undefined && failure.status !== 403;
    return isOther || isPage ? notGrafana : explainFailure(failure).hint;
}
//# sourceMappingURL=wake.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/grafana/wait-out-grafana.js

/** Several checks of one run ask the same Grafana: it is woken once for all of them, and told once. */
const wakings = new WeakMap();
/**
 * Called with each failure that may pass: says that it is waited for, and wakes a paused Grafana Cloud stack, which sleeps
 * on however often it is asked.
 */
async function waitOutGrafana(failure, { url, orgId, tools }) {
    const { clock, log } = tools;
    const tell = (line) => log.info(line);
    const waking = wakings.get(tools) ?? {
        waiting: new waiting_WaitingForGrafana({ startedAtMs: clock.now(), tell }),
        isWoken: false,
    };
    wakings.set(tools, waking);
    waking.waiting.saw(failure, clock.now());
    if (failure.kind !== 'asleep' || waking.isWoken)
        return;
    waking.isWoken = true;
    await openLoginPage(tools, { url, orgId });
}
//# sourceMappingURL=wait-out-grafana.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/grafana/grafana-queries.js




/** Finds the data source that the dashboards show, as the import does. */
async function openGrafana(given, base, tools) {
    const transport = grafanaTransport(tools, given);
    const listed = await listDatasources(transport);
    if (listed.kind !== 'ok') {
        if (isPassing(listed))
            await waitOutGrafana(listed, { url: given.url, orgId: given.orgId, tools });
        return closedBy(listed, base);
    }
    const chosen = chooseDatasource(listed.value, given.datasource);
    if (chosen.kind === 'unclear') {
        const hint = errorCodes.GRAFANA_DATASOURCE_MISSING.next;
        return { kind: 'closed', check: { ...base, verdict: 'fail', evidence: chosen.problem, hint }, isPending: false };
    }
    const { datasource } = chosen;
    return {
        kind: 'open',
        datasource,
        ask: (panel) => askThrough(transport, panel, datasource.uid),
        values: (expr) => queryValues(transport, { datasourceUid: datasource.uid, expr }),
    };
}
/** Silence proves nothing; a refusal stays one. */
function closedBy(failure, base) {
    const { seen, hint } = explain_explainFailure(failure);
    const isSilent = isPassing(failure);
    const check = { ...base, verdict: isSilent ? 'inconclusive' : 'fail', evidence: seen, hint };
    return { kind: 'closed', check, isPending: isSilent };
}
function isPassing({ kind }) {
    return ['unreachable', 'broken', 'asleep', 'throttled'].includes(kind);
}
/** Words of Prometheus about the query; others are about the way to it. */
const wrongQuery = /^(bad_data|execution)\b|parse error/;
async function askThrough(transport, panel, datasource) {
    const question = { datasourceUid: panel.datasourceUid ?? datasource, expr: panel.forGrafana };
    const answer = await queryPanel(transport, question);
    if (answer.kind === 'ok')
        return stateOfValues(answer.value);
    const { message, reason } = answer;
    if (reason === 'query-failed' && wrongQuery.test(message))
        return { kind: 'error', detail: message };
    if (answer.kind === 'not-found')
        return { kind: 'error', detail: `data source ${question.datasourceUid}: ${message}` };
    return {
        kind: 'unasked',
        detail: explain_explainFailure(answer).seen,
        isFinal: !isPassing(answer) && reason !== 'query-failed',
    };
}
//# sourceMappingURL=grafana-queries.js.map
;// CONCATENATED MODULE: ./packages/grafana/lib/api/access-inputs.js

/** Of every stage that asks Grafana. */
const grafanaOrganisationInput = {
    'org-id': integer({
        help: 'Number of the Grafana organisation that is meant, where the server has several. Empty: the one of the token.',
        environment: 'GRAFANA_ORG_ID',
        min: 1,
        max: Number.MAX_SAFE_INTEGER,
    }),
};
//# sourceMappingURL=access-inputs.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/repository/repository-inputs.js


/** Inputs that several checks read; each names those it needs. */
const metricsInput = {
    metrics: list({
        help: 'Metrics that must be fresh, beside those that dashboards and rules use: names, and catalogue files (metrics-catalogue.json) or patterns of them.',
    }),
};
const rulesInput = {
    rules: list({
        help: 'Rule files, in place of those that the Prometheus configuration names: files or patterns such as monitoring/rules/*.yml.',
    }),
};
const allowEmptyPanelsInput = {
    'allow-empty-panels': input_kinds_text({
        help: 'Panels that may ask for series that do not exist, one a line: "Panel" or "Dashboard / Panel"; * stands for any text.',
    }),
};
const grafanaInputs = {
    'grafana-url': url({
        help: 'Address of Grafana: panels are asked through it. Empty: Prometheus is asked itself.',
        environment: 'GRAFANA_URL',
    }),
    'grafana-token': input_kinds_secret({
        help: 'Grafana service account token (glsa_…) that may query data sources; the role Viewer is enough.',
        environment: 'GRAFANA_API_KEY',
    }),
    ...grafanaOrganisationInput,
    datasource: input_kinds_text({
        help: 'Uid or name of the Prometheus data source that the dashboards show. Empty: the one of this Prometheus.',
    }),
};
//# sourceMappingURL=repository-inputs.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/targets/external-labels.js

/** As Prometheus sends them: variables in them are filled in by then. */
async function externalLabelsOf({ loadedConfig }) {
    const answer = await loadedConfig();
    if (answer.kind !== 'ok')
        return answer;
    return { ...answer, value: parsePrometheusConfig(answer.value, { file: '' }).externalLabels };
}
//# sourceMappingURL=external-labels.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/targets/select-targets.js

/** Values of the label `job` of the jobs of which a target is up. */
function awakeJobs(context) {
    const awake = context.targets.jobs.filter(({ counted, rows }) => counted !== undefined || rows.some(isUp));
    return awake.map(({ job }) => jobLabelOf(context, job));
}
function isUp({ health }) {
    return health === 'up';
}
/** Each of them costs a line of a regular expression; some of each job prove the job. */
const mostTargets = 200;
/** PromQL that selects `up` of some targets of each job, the same ones wherever it is asked; undefined without targets. */
async function selectorOfTargets(jobs, api) {
    if (jobs.length === 0)
        return undefined;
    const ofJobs = `up{job=~${anyOf(jobs)}}`;
    const each = Math.max(1, Math.floor(mostTargets / jobs.length));
    const answer = await api.query(`topk by (job) (${each}, ${ofJobs})`);
    const series = answer.kind === 'ok' && answer.value.type === 'series' ? answer.value.series : [];
    if (series.length === 0)
        return undefined;
    const instances = instancesOf(series);
    return instances === undefined ? ofJobs : `up{job=~${anyOf(jobs)},instance=~${anyOf(instances)}}`;
}
/** Undefined where relabelling took the label away. */
function instancesOf(series) {
    const named = series.flatMap(({ labels }) => labels['instance'] ?? []);
    return named.length === series.length ? [...new Set(named)] : undefined;
}
/** A matcher for any of these values of a label. */
function anyOf(values) {
    return JSON.stringify(values.map((value) => value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'));
}
//# sourceMappingURL=select-targets.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/checks/datasource/compare-scrapes.js
/**
 * Two Prometheus that scrape the same targets do so at moments of their own, down to the millisecond: one that shows the
 * moments of this one shows what this one has stored.
 */
function compareScrapes({ shown, here, externalLabels }) {
    const there = shownByTarget({ shown, here, externalLabels });
    const same = [];
    const absent = [];
    const foreign = [];
    let lagMs = 0;
    for (const { labels, points } of here) {
        const target = `${labels['job'] ?? ''} ${labels['instance'] ?? ''}`.trim();
        const times = points.map(({ atMs }) => Math.round(atMs));
        const seen = there.get(compare_scrapes_keyOf(labels)) ?? [];
        const known = seen.filter((atMs) => times.includes(atMs));
        if (seen.every((atMs) => atMs < Math.min(...times)))
            absent.push(target);
        else if (known.length === 0)
            foreign.push(target);
        else {
            same.push(target);
            lagMs = Math.max(lagMs, Math.max(...times) - Math.max(...known));
        }
    }
    return { same, absent, foreign, lagMs };
}
function shownByTarget({ shown, here, externalLabels }) {
    const known = new Set(here.map(({ labels }) => compare_scrapes_keyOf(labels)));
    const byTarget = new Map();
    for (const { labels, value } of shown) {
        // A label of the target itself stays what it is, also where an external one has its name.
        const isPlain = known.has(compare_scrapes_keyOf(labels));
        if (!isPlain && isOfAnother(labels, externalLabels))
            continue;
        const key = compare_scrapes_keyOf(isPlain ? labels : withoutExternal(labels, externalLabels));
        byTarget.set(key, [...(byTarget.get(key) ?? []), Math.round(value * 1_000)]);
    }
    return byTarget;
}
/** In a store that several Prometheus send to, the values of their external labels tell them apart. */
function isOfAnother(labels, externalLabels) {
    return Object.entries(externalLabels).some(([name, value]) => (labels[name] ?? value) !== value);
}
function withoutExternal(labels, externalLabels) {
    return Object.fromEntries(Object.entries(labels).filter(([name]) => externalLabels[name] === undefined));
}
function compare_scrapes_keyOf(labels) {
    const pairs = Object.entries(labels).filter(([name]) => name !== '__name__');
    return JSON.stringify(pairs.sort(([one], [other]) => (one < other ? -1 : 1)));
}
//# sourceMappingURL=compare-scrapes.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/checks/datasource/datasource.js













const datasource_base = { name: 'datasource', blame: 'dashboards' };
/** What a remote store takes to show what it was sent, and a Prometheus behind a proxy to be found. */
const patienceMs = 90_000;
/** PromQL shows no sample that is older (Prometheus' --query.lookback-delta), so whatever is shown is in this time. */
const lookbackMs = 300_000;
/** The dashboards show this Prometheus, and not another one with the same jobs. */
const datasource = checkModule({
    ...datasource_base,
    inputs: grafanaInputs,
    problems: grafanaProblems,
    prepare: (own, setup) => {
        const grafana = grafanaGiven(own, setup);
        if (grafana === undefined)
            return { skipped: 'no Grafana was given' };
        const { plan, inputs } = setup;
        const app = inputs.monitoringApp ?? '';
        const url = plan.access.kind === 'url' ? plan.access.url : privateUrl(app, prometheusPort);
        return {
            when: 'end',
            needsQueries: true,
            extraMs: patienceMs,
            steps: ["Would compare the newest scrapes of the targets here with those that Grafana's data source shows."],
            start: () => watchDatasource({ grafana, shouldBe: app === '' ? url : publicOr(url, app) }),
        };
    },
});
/** Through a tunnel nobody sees whether there is a public address as well. */
function publicOr(url, app) {
    return url === privateUrl(app, prometheusPort) ? `${publicUrl(app)}, or ${url} where it is private` : url;
}
function watchDatasource({ grafana, shouldBe }) {
    let queries;
    return async (context) => {
        if (queries?.kind !== 'open')
            queries = await openGrafana(grafana, datasource_base, context.tools);
        if (queries.kind === 'closed')
            return { checks: [queries.check], isPending: queries.isPending };
        const seen = await lookThroughBoth(queries, context);
        const words = { queries, shouldBe, allowedLagMs: patienceMs + context.plan.scrapeIntervalMs };
        return { isPending: !isSettled(seen), ...result(seen, words) };
    };
}
/** Grafana is asked first: whatever it shows was stored here by then. */
async function lookThroughBoth(queries, context) {
    const { api, plan } = context;
    const selector = await selectorOfTargets(awakeJobs(context), api);
    if (selector === undefined)
        return { kind: 'nothing-here' };
    const labels = await externalLabelsOf(context);
    if (labels.kind !== 'ok')
        return { kind: 'unasked', failure: labels };
    const shown = await queries.values(`timestamp(${selector})`);
    if (shown.kind !== 'ok')
        return { kind: 'refused', failure: shown };
    const windowMs = lookbackMs + 2 * plan.scrapeIntervalMs;
    const here = await api.query(`${selector}[${Math.ceil(windowMs / 1_000)}s]`);
    if (here.kind !== 'ok')
        return { kind: 'unasked', failure: here };
    const series = here.value.type === 'series' ? here.value.series : [];
    if (series.length === 0)
        return { kind: 'nothing-here' };
    return {
        kind: 'compared',
        comparison: compareScrapes({ shown: shown.value, here: series, externalLabels: labels.value }),
    };
}
/** Another Prometheus stays another one, and a password stays wrong. */
function isSettled(seen) {
    if (seen.kind === 'compared')
        return seen.comparison.foreign.length > 0;
    return seen.kind === 'refused' && /\b40[13]\b|unauthorized|forbidden/i.test(seen.failure.message);
}
function result(seen, words) {
    switch (seen.kind) {
        case 'unasked':
            return unaskedResult(datasource_base, seen.failure);
        case 'nothing-here': {
            const evidence = 'no target is up, so there is nothing to compare with what Grafana shows';
            return { checks: [{ ...datasource_base, verdict: 'inconclusive', evidence, hint: 'See the jobs above.' }] };
        }
        case 'refused':
            return { checks: [refused(seen.failure, words)] };
        case 'compared':
            return {
                checks: [judge(seen.comparison, words)],
                report: { json: { datasource: json(seen.comparison, words) } },
            };
    }
}
function datasource_nameOf({ datasource: { name, url } }) {
    return `data source "${name}"${url === '' ? '' : ` (${url})`}`;
}
function refused(failure, { queries, shouldBe }) {
    const isDown = failure.reason === 'query-failed';
    if (!isDown) {
        const { seen, hint } = explain_explainFailure(failure);
        return { ...datasource_base, verdict: isPassing(failure) ? 'inconclusive' : 'fail', evidence: seen, hint };
    }
    const evidence = `Grafana gets no answer from the ${datasource_nameOf(queries)}: ${failure.message}`;
    const hint = `In Grafana under Connections, Data sources give it the address ${shouldBe} and the user and password of Prometheus; import-dashboards does it when it gets the password.`;
    return { ...datasource_base, verdict: 'fail', evidence, hint };
}
function judge({ same, absent, foreign, lagMs }, { queries, shouldBe, allowedLagMs }) {
    const total = same.length + absent.length + foreign.length;
    if (foreign.length > 0) {
        const evidence = `the ${datasource_nameOf(queries)} shows another Prometheus: ${foreign.length} of ${total} targets have scrapes there that this one never made (${listed(foreign)})`;
        const hint = `Give it the address ${shouldBe}, or set input "datasource" to the one that shows this Prometheus.`;
        return { ...datasource_base, verdict: 'fail', evidence, hint };
    }
    if (absent.length > 0) {
        const evidence = `the ${datasource_nameOf(queries)} shows no sample of ${absent.length} of ${total} targets (${listed(absent)})`;
        const hint = `Give it the address ${shouldBe}; of a remote store see the checks remote-write and remote-read-back.`;
        return { ...datasource_base, verdict: 'fail', evidence, hint };
    }
    if (lagMs > allowedLagMs) {
        const evidence = `the ${datasource_nameOf(queries)} is ${duration_formatDuration(lagMs)} behind Prometheus`;
        return { ...datasource_base, blame: 'remote', verdict: 'fail', evidence, hint: 'See the check remote-write.' };
    }
    const behind = lagMs === 0 ? '' : `, at most ${duration_formatDuration(lagMs)} behind`;
    const evidence = `the ${datasource_nameOf(queries)} shows the scrapes that this Prometheus made, of ${total} of ${total} targets${behind}`;
    return { ...datasource_base, verdict: 'pass', evidence, hint: '' };
}
function json({ same, absent, foreign, lagMs }, { queries: { datasource: source } }) {
    const { uid, name, url } = source;
    return { uid, name, url, same: same.length, absent, foreign, lagMs };
}
//# sourceMappingURL=datasource.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/checks/endpoints/endpoint.js
/** `https://host/path` or `https://host/path 403`. */
function parseEndpoints(lines) {
    const endpoints = [];
    const problems = [];
    for (const line of lines) {
        const [url = '', status = '200', ...rest] = line.split(/\s+/);
        const isRight = rest.length === 0 && /^[1-5]\d\d$/.test(status) && isPublicAddress(url);
        if (isRight)
            endpoints.push({ url, status: Number(status) });
        else
            problems.push(`Input "endpoints" holds "${withoutUser(line)}"; each line must be an address without user and password, and perhaps a status: https://host/path 200.`);
    }
    return { endpoints, problems };
}
function isPublicAddress(text) {
    if (!URL.canParse(text))
        return false;
    const { protocol, username, password } = new URL(text);
    return /^https?:$/.test(protocol) && username === '' && password === '';
}
function withoutUser(text) {
    return text.replace(/\/\/[^/@]*@/, '//***@');
}
//# sourceMappingURL=endpoint.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/checks/endpoints/endpoints.js




const endpoints_base = { name: 'endpoints', blame: 'app' };
const endpoints_timeoutMs = 15_000;
/** What visitors and load balancers see, which Prometheus does not. */
const endpoints = checkModule({
    ...endpoints_base,
    inputs: {
        endpoints: list({
            help: 'Public addresses that must answer, one a line; a status after a blank if it is not 200: "https://shop.fly.dev/metrics 403".',
        }),
    },
    problems: ({ endpoints: lines }) => parseEndpoints(lines ?? []).problems,
    prepare: ({ endpoints: lines }, { inputs }) => {
        const wanted = parseEndpoints(lines ?? []).endpoints;
        if (wanted.length === 0)
            return { skipped: 'no endpoints were given' };
        return {
            when: 'end',
            steps: wanted.map(({ url, status }) => `Would want ${status} from ${url}.`),
            start: () => ({ tools }) => findEndpoints(wanted, tools.http, inputs.prometheusUrl),
        };
    },
});
async function findEndpoints(wanted, http, prometheusUrl = '') {
    const asked = await Promise.all(wanted.map(async (one) => ({ one, reply: await http.send({ url: one.url, timeoutMs: endpoints_timeoutMs }) })));
    const wrong = asked.filter(({ one, reply }) => reply.kind !== 'response' || reply.status !== one.status);
    if (wrong.length === 0) {
        return { checks: [{ ...endpoints_base, verdict: 'pass', evidence: listed(asked.map(answerWords)), hint: '' }] };
    }
    const isOfPrometheus = wrong.every(({ one }) => prometheusUrl !== '' && one.url.startsWith(prometheusUrl));
    const check = {
        ...endpoints_base,
        verdict: wrong.some(({ reply }) => reply.kind === 'response') ? 'fail' : 'inconclusive',
        blame: isOfPrometheus ? 'monitoring' : 'app',
        evidence: listed(wrong.map(answerWords)),
        hint: 'Open the address; look at "fly checks list" and "fly logs", and at the services in fly.toml.',
    };
    return { checks: [check], isPending: true };
}
function answerWords({ one, reply }) {
    if (reply.kind === 'unreachable')
        return `${one.url}: ${reply.detail}`;
    return reply.status === one.status ? `${one.url}: ${one.status}` : `${one.url}: ${reply.status}, not ${one.status}`;
}
//# sourceMappingURL=endpoints.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/repository/load-promql.js
/** Loaded where a query is read, so that a run that reads none does not wait for the grammar of PromQL. */
const loadPromql = () => Promise.all(/* import() */[__nccwpck_require__.e(828), __nccwpck_require__.e(127)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4127));
//# sourceMappingURL=load-promql.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/checks/gates/gate.js
const relations = {
    '<': (value, limit) => value < limit,
    '<=': (value, limit) => value <= limit,
    '>': (value, limit) => value > limit,
    '>=': (value, limit) => value >= limit,
    '==': (value, limit) => value === limit,
    '!=': (value, limit) => value !== limit,
};
function holds(operator, value, limit) {
    return relations[operator](value, limit);
}
/** As it is written in the input. */
function formatGate({ name, expr, operator, bound, enough }) {
    const when = enough === undefined ? '' : ` when ${enough.expr} >= ${enough.atLeast}`;
    return `${name}: ${expr} ${operator} ${formatBound(bound)}${when}`;
}
function formatBound(bound) {
    if (bound.kind === 'number')
        return String(bound.value);
    const { factor, offset } = bound;
    const times = factor === 1 ? 'before' : `${factor} * before`;
    if (offset === 0)
        return times;
    return `${times} ${offset > 0 ? '+' : '-'} ${Math.abs(offset)}`;
}
//# sourceMappingURL=gate.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/checks/gates/judge-gate.js

/** Of the steps so many must have a value before they prove anything. */
const enoughOfTheSteps = 0.5;
/** Every value of every series must hold. No data is a failure; too little of it proves neither. */
function judgeGate(gate, reading) {
    const series = reading.series.map((one) => judgeSeries(gate, one, reading.before));
    const broken = series.filter(({ verdict }) => verdict === 'fail');
    const few = tooFew(gate, reading);
    const base = { series, isBroken: false };
    if (few !== undefined)
        return { ...base, verdict: 'inconclusive', detail: few };
    if (reading.series.every(({ points }) => points.length === 0))
        return { ...base, verdict: 'fail', detail: 'no data' };
    if (broken.length > 0)
        return { series, isBroken: true, verdict: 'fail', detail: brokenWords(broken, gate) };
    const gap = gapIn(reading);
    if (gap !== undefined)
        return { ...base, ...gap };
    const open = series.find(({ verdict }) => verdict === 'inconclusive');
    if (open !== undefined)
        return { ...base, verdict: 'inconclusive', detail: openWords(open) };
    const worst = mostCritical(series, gate.operator);
    return { ...base, verdict: 'pass', detail: `${seriesWords(worst)}, wanted ${wanted(gate, worst)}` };
}
function tooFew({ enough }, { samples = 0 }) {
    if (enough === undefined || samples >= enough.atLeast)
        return undefined;
    return `too few samples to judge: ${judge_gate_shown(samples)} of ${judge_gate_shown(enough.atLeast)}`;
}
/** The value of before the deploy belongs to the series with the same labels. */
function judgeSeries({ operator, bound }, { labels, points }, before) {
    const key = judge_gate_keyOf(labels);
    const old = before.find((one) => judge_gate_keyOf(one.labels) === key)?.points.at(-1)?.value;
    const values = points.map(({ value }) => value).filter((value) => !Number.isNaN(value));
    const limit = bound.kind === 'number' ? bound.value : limitFrom(old, bound);
    const worst = limit === undefined ? values.at(-1) : values.toSorted(byBadness(operator, limit))[0];
    const base = { labels, before: old, now: values.at(-1), worst, limit };
    if (worst === undefined || limit === undefined)
        return { ...base, verdict: 'inconclusive' };
    return { ...base, verdict: values.every((value) => holds(operator, value, limit)) ? 'pass' : 'fail' };
}
function limitFrom(before, { factor, offset }) {
    return before === undefined || Number.isNaN(before) ? undefined : factor * before + offset;
}
function byBadness(operator, limit) {
    return (one, other) => descending(badness(operator, one, limit), badness(operator, other, limit));
}
/** Infinities have no difference. */
function descending(one, other) {
    if (one === other)
        return 0;
    return one > other ? -1 : 1;
}
function badness(operator, value, limit) {
    switch (operator) {
        case '<':
        case '<=':
            return value;
        case '>':
        case '>=':
            return 0 - value;
        case '==':
            return Math.abs(value - limit);
        case '!=':
            return 0 - Math.abs(value - limit);
    }
}
/** Data that ends before the time does, or has holes. */
function gapIn({ series, window }) {
    const { startMs, endMs, stepMs } = window;
    const points = series.flatMap((one) => one.points);
    const lastMs = Math.max(...points.map(({ atMs }) => atMs));
    if (lastMs < endMs - 1.5 * stepMs) {
        return { verdict: 'fail', detail: `no data any more since ${new Date(lastMs).toISOString()}` };
    }
    const steps = Math.floor((endMs - startMs) / stepMs) + 1;
    const filled = new Set(points.filter(isNumber).map(({ atMs }) => atMs)).size;
    if (filled >= steps * enoughOfTheSteps)
        return undefined;
    const why = filled === 0 ? 'only NaN, as without traffic' : `a value in ${filled} of ${steps} steps only`;
    return { verdict: 'inconclusive', detail: `too few samples to judge: ${why}` };
}
function isNumber({ value }) {
    return !Number.isNaN(value);
}
function mostCritical(series, operator) {
    const distance = ({ worst = 0, limit = 0 }) => badness(operator, worst, limit) - badness(operator, limit, limit);
    return series.toSorted((one, other) => descending(distance(one), distance(other)))[0];
}
function brokenWords(broken, gate) {
    const worst = mostCritical(broken, gate.operator);
    const more = broken.length > 1 ? `; and ${broken.length - 1} more series` : '';
    return `${seriesWords(worst)}, wanted ${wanted(gate, worst)}${more}`;
}
function openWords({ labels, before, now }) {
    const name = seriesName(labels);
    if (now === undefined)
        return `${name}too few samples to judge: only NaN, as without traffic`;
    return `${name}${judge_gate_shown(now)} now, and no value from before the deploy to compare with${before === undefined ? '' : ' (it is NaN)'}`;
}
function seriesWords(series) {
    return series === undefined ? '' : `${seriesName(series.labels)}${judge_gate_shown(series.worst ?? Number.NaN)}`;
}
function wanted({ operator, bound }, series) {
    if (bound.kind === 'number')
        return `${operator} ${judge_gate_shown(bound.value)}`;
    return `${operator} ${judge_gate_shown(series?.limit ?? Number.NaN)} (${formatBound(bound)}, which was ${judge_gate_shown(series?.before ?? Number.NaN)})`;
}
function seriesName(labels) {
    const shownOnes = Object.entries(labels).filter(([name]) => name !== '__name__');
    const pairs = shownOnes.map(([name, value]) => `${name}="${value}"`);
    return pairs.length === 0 ? '' : `{${pairs.join(', ')}} `;
}
/** Four digits tell enough. */
function judge_gate_shown(value) {
    return Number.isFinite(value) ? String(Number(value.toPrecision(4))) : String(value);
}
function judge_gate_keyOf(labels) {
    return JSON.stringify(Object.entries(labels).sort());
}
//# sourceMappingURL=judge-gate.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/checks/gates/gate-watch.js




/** So many values for a gate are asked for, of before and after. */
const steps = 20;
const shortestStepMs = 1_000;
/** Gates between two looks: what they were before the deploy, and since. */
class GateWatch {
    gates;
    befores;
    times;
    constructor(gates, befores, times) {
        this.gates = gates;
        this.befores = befores;
        this.times = times;
    }
    /** `before` is measured now, at the time before the deploy; without a known deploy at this time. */
    static async open(gates, { first, bakeMs, plan }) {
        const skewMs = first.server.clockSkewMs ?? 0;
        const deployedMs = (plan.sinceMs === 0 ? first.nowMs : plan.sinceMs) + skewMs;
        const befores = await Promise.all(gates.map(({ expr }) => first.api.query(expr, deployedMs - 1)));
        return new GateWatch(gates, befores, { deployedMs, bakeMs });
    }
    bakedMs({ nowMs }, provedAtMs) {
        return Math.min(nowMs - provedAtMs, this.times.bakeMs);
    }
    async poll(context, provedAtMs) {
        return Promise.all(this.gates.map((gate, index) => this.#lookAt(gate, this.befores[index], { context, provedAtMs })));
    }
    async #lookAt(gate, before, { context, provedAtMs }) {
        const { deployedMs, bakeMs } = this.times;
        const { api, server, nowMs } = context;
        const skewMs = server.clockSkewMs ?? 0;
        const endMs = nowMs + skewMs;
        const stepMs = Math.max(shortestStepMs, Math.round(bakeMs / steps / 1_000) * 1_000);
        const startMs = await countsFrom(gate, { deployedMs, provedMs: provedAtMs + skewMs, endMs });
        const window = windowBefore(endMs, { startMs, stepMs });
        const after = await api.queryRange(gate.expr, window);
        const chart = windowBefore(endMs, { startMs: deployedMs - bakeMs, stepMs });
        const history = gate_watch_seriesIn(await api.queryRange(gate.expr, coarse(chart)));
        const failure = [after, before].flatMap((answer) => (answer === undefined || answer.kind === 'ok' ? [] : [answer]));
        if (failure[0] !== undefined)
            return { gate, result: unasked(failure[0]), history, deployedMs };
        const samples = await samplesOf(gate, api);
        const result = judgeGate(gate, { series: gate_watch_seriesIn(after), window, before: gate_watch_seriesIn(before), samples });
        return { gate, result, history, deployedMs };
    }
}
/** Steps are laid backwards from the end, so that the last value is the newest. */
function windowBefore(endMs, { startMs, stepMs }) {
    return { startMs: endMs - Math.max(0, Math.floor((endMs - startMs) / stepMs)) * stepMs, endMs, stepMs };
}
/** The chart has room for some dozens of values. */
function coarse({ startMs, endMs, stepMs }) {
    const factor = Math.max(1, Math.ceil((endMs - startMs) / stepMs / (2 * steps)));
    return { startMs, endMs, stepMs: stepMs * factor };
}
/** A value counts once its own window no longer reaches before the deploy; the last one counts in any case. */
async function countsFrom({ expr }, { deployedMs, provedMs, endMs }) {
    const { analyzeQuery } = await loadPromql();
    const ranges = analyzeQuery(expr).selectors.map(({ range }) => parseDuration(range ?? '0s') ?? 0);
    return Math.min(endMs, Math.max(provedMs, deployedMs + Math.max(0, ...ranges)));
}
/** What Prometheus refuses is wrong for good; what it did not answer is not known. */
function unasked(failure) {
    const isBroken = failure.kind === 'error' && failure.errorType === 'bad_data';
    return { verdict: isBroken ? 'fail' : 'inconclusive', isBroken, series: [], detail: describeFailure(failure) };
}
async function samplesOf({ enough }, api) {
    if (enough === undefined)
        return undefined;
    const values = gate_watch_seriesIn(await api.query(enough.expr)).flatMap(({ points }) => points.map(({ value }) => value));
    // Of several series the poorest decides.
    return values.length === 0 ? undefined : Math.min(...values.map((value) => (Number.isNaN(value) ? 0 : value)));
}
function gate_watch_seriesIn(answer) {
    return answer?.kind === 'ok' && answer.value.type === 'series' ? answer.value.series : [];
}
//# sourceMappingURL=gate-watch.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/checks/gates/identity.js
/** How reports and scripts know the check, and whose part of the chain it is. */
const gates_identity_base = { name: 'gates', blame: 'app' };
//# sourceMappingURL=identity.js.map
// EXTERNAL MODULE: ./packages/kit/lib/text/markdown.js
var markdown = __nccwpck_require__(3059);
;// CONCATENATED MODULE: ./packages/verify/lib/checks/gates/report.js





const report_marks = { pass: '✅', fail: '❌', inconclusive: '❔', skipped: '⏭️' };
/** More series of one gate help nobody to read. */
const mostSeries = 10;
function reportGates(watched, bakedMs) {
    const check = checkOf(watched, bakedMs);
    const rows = watched.flatMap((one) => rowsOf(one));
    const header = ['Gate', 'Series', 'Before', 'Now', 'Wanted', 'Before │ after'];
    return {
        check,
        isFinal: watched.some(({ result }) => result.isBroken),
        summary: (0,markdown/* markdownTable */.Qj)(header, rows),
        lines: watched.map(({ gate, result }) => `Gate ${gate.name}: ${result.verdict}, ${result.detail}`),
        json: { gates: watched.map(gateJson) },
    };
}
function checkOf(watched, bakedMs) {
    const of = (verdict) => watched.filter(({ result }) => result.verdict === verdict);
    const words = (some) => listed(some.map(({ gate, result }) => `${gate.name}: ${result.detail}`));
    const failed = of('fail');
    if (failed.length > 0)
        return { ...gates_identity_base, verdict: 'fail', evidence: words(failed), hint: failHint };
    const open = of('inconclusive');
    if (open.length > 0)
        return { ...gates_identity_base, verdict: 'inconclusive', evidence: words(open), hint: openHint };
    const evidence = `${watched.length} gates held for ${duration_formatDuration(bakedMs)}: ${words(watched)}`;
    return { ...gates_identity_base, verdict: 'pass', evidence, hint: '' };
}
function rowsOf({ gate, result, history, deployedMs }) {
    const wanted = (0,markdown/* escapeCell */.kq)(`${gate.operator} ${formatBound(gate.bound)}`);
    const name = `${report_marks[result.verdict]} ${(0,markdown/* escapeCell */.kq)(gate.name)}`;
    if (result.series.length === 0)
        return [[name, '', '', (0,markdown/* escapeCell */.kq)(result.detail), wanted, '']];
    return result.series
        .slice(0, mostSeries)
        .map((series) => [
        `${report_marks[series.verdict]} ${(0,markdown/* escapeCell */.kq)(gate.name)}`,
        (0,markdown/* escapeCell */.kq)(seriesName(series.labels)),
        series.before === undefined ? '' : judge_gate_shown(series.before),
        series.now === undefined ? 'no data' : judge_gate_shown(series.now),
        wanted,
        chartOf(series, history, deployedMs),
    ]);
}
function chartOf({ labels }, history, deployedMs) {
    const key = JSON.stringify(Object.entries(labels).sort());
    const points = history.find((one) => JSON.stringify(Object.entries(one.labels).sort()) === key)?.points ?? [];
    const before = points.filter(({ atMs }) => atMs < deployedMs).map(({ value }) => value);
    const after = points.filter(({ atMs }) => atMs >= deployedMs).map(({ value }) => value);
    const range = rangeOf([...before, ...after]);
    return `${sparkline(before, range)}│${sparkline(after, range)}`;
}
const bars = '▁▂▃▄▅▆▇█';
function rangeOf(values) {
    const finite = values.filter(Number.isFinite);
    return finite.length === 0 ? { low: 0, high: 0 } : { low: Math.min(0, ...finite), high: Math.max(...finite) };
}
/** One character a value; what is no number is a gap. */
function sparkline(values, { low, high }) {
    const level = (value) => (high === low ? 0 : Math.round(((value - low) / (high - low)) * (bars.length - 1)));
    return values.map((value) => (Number.isFinite(value) ? (bars[level(value)] ?? ' ') : '·')).join('');
}
function gateJson({ gate, result }) {
    const number = (value) => (value === undefined || Number.isNaN(value) ? null : value);
    return {
        gate: gate.name,
        query: gate.expr,
        wanted: `${gate.operator} ${formatBound(gate.bound)}`,
        verdict: result.verdict,
        detail: result.detail,
        series: result.series.map(({ labels, before, now, limit, verdict }) => ({
            labels,
            before: number(before),
            now: number(now),
            limit: number(limit),
            verdict,
        })),
    };
}
const failHint = 'The release is worse than the gate allows: look at the chart in the summary and at the logs of the app.';
const openHint = 'A first deploy has no value of before. Else bake for longer, send traffic (warm-up), or say with "when" from how many samples on the gate is to be judged.';
//# sourceMappingURL=report.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/checks/gates/gates.js







const inputs = {
    gates: input_kinds_text({
        help: 'Conditions for the release, one a line: "name: PromQL < 0.01" or "name: PromQL <= 1.2 * before", with " when PromQL >= 50" where there may be too little to judge by. Each series must hold; no data fails.',
    }),
    bake: duration({ help: 'How long gates are watched once everything else is proved.', default: '1m' }),
};
const gates = checkModule({
    ...gates_identity_base,
    inputs,
    problems: async ({ gates: lines }) => (await readGates(lines)).problems.map((problem) => `Input "gates", ${problem}.`),
    prepare: async (own, { plan }) => {
        const { gates: wanted } = await readGates(own.gates);
        if (wanted.length === 0)
            return { skipped: 'no gates were given', hint: '' };
        return {
            when: 'proved',
            needsQueries: true,
            extraMs: own.bake + graceMs,
            steps: wanted.map((gate) => `Would watch for ${duration_formatDuration(own.bake)} the gate ${formatGate(gate)}`),
            start: async (first) => watchGates(own, await GateWatch.open(wanted, { first, bakeMs: own.bake, plan })),
        };
    },
});
async function readGates(lines) {
    if (lines === undefined)
        return { gates: [], problems: [] };
    const { parseGates } = await loadPromql();
    return parseGates(lines);
}
/** The last answer comes a little after the bake is over. */
const graceMs = 5_000;
/** A gate that is broken ends the wait; one that holds is watched to the end. */
function watchGates({ bake }, watch) {
    let provedAtMs;
    return async (context) => {
        provedAtMs ??= context.nowMs;
        const isBaking = context.nowMs - provedAtMs < bake;
        const results = await watch.poll(context, provedAtMs);
        const { check, isFinal, ...report } = reportGates(results, watch.bakedMs(context, provedAtMs));
        if (isFinal)
            return { checks: [check], report };
        if (!isBaking)
            return { checks: [check], report };
        const left = `${Math.ceil((provedAtMs + bake - context.nowMs) / 1_000)} s of the bake are left`;
        const open = { ...gates_identity_base, verdict: 'inconclusive', evidence: `${left}; ${check.evidence}`, hint: bakeHint };
        return { checks: [open], isPending: true, report };
    };
}
const bakeHint = 'Raise input "timeout", or shorten input "bake": a gate that was not watched to its end is not green.';
//# sourceMappingURL=gates.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/targets/foreign-jobs.js
/** The entrypoint, and nearly everybody, lets Prometheus scrape itself under this name. */
const itself = 'prometheus';
/** Jobs that are scraped although nobody expects them. */
function foreignJobs({ unexpectedJobs }) {
    return unexpectedJobs.filter((name) => name !== itself);
}
//# sourceMappingURL=foreign-jobs.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/checks/ingestion/ingestion.js



const ingestion_base = { name: 'ingestion', blame: 'monitoring' };
const scrapes = 'prometheus_target_scrapes';
const counters = [
    { name: `${scrapes}_sample_out_of_order_total`, words: 'samples out of order', blame: 'app' },
    { name: `${scrapes}_sample_duplicate_timestamp_total`, words: 'duplicate samples', blame: 'app' },
    { name: `${scrapes}_sample_out_of_bounds_total`, words: 'samples out of bounds', blame: 'app' },
    { name: `${scrapes}_exceeded_sample_limit_total`, words: 'scrapes over sample_limit', blame: 'app' },
    { name: `${scrapes}_exceeded_body_size_limit_total`, words: 'scrapes over body_size_limit', blame: 'app' },
    {
        name: 'prometheus_target_scrape_pool_exceeded_target_limit_total',
        words: 'pools over target_limit',
        blame: 'monitoring',
    },
    { name: 'prometheus_target_scrape_pool_exceeded_label_limits_total', words: 'pools over label limits', blame: 'app' },
    { name: 'prometheus_sd_dns_lookup_failures_total', words: 'failed DNS look-ups', blame: 'network' },
    { name: 'prometheus_sd_refresh_failures_total', words: 'failed refreshes of service discovery', blame: 'network' },
    { name: 'prometheus_tsdb_wal_corruptions_total', words: 'corruptions of the write-ahead log', blame: 'monitoring' },
];
/** One dirty window may be the end of a deploy, or a resolver that hiccupped. */
const mostWindows = 2;
/** The soak began a few requests earlier than its first window, and its last look must find the window over. */
const slackMs = 250;
/** What Prometheus throws away while everything is "up". */
const ingestion = checkModule({
    ...ingestion_base,
    inputs: {},
    prepare: (_, { plan }) => ({
        when: 'proved',
        extraMs: mostWindows * plan.stableForMs,
        // From the first proof on: what failed while the deploy was under way is over.
        start: () => watchCounters(),
    }),
});
function watchCounters() {
    let window;
    let last = watching;
    return async (context) => {
        const { nowMs, plan } = context;
        if (window !== undefined && nowMs < window.endMs)
            return last;
        const answer = await context.ownMetrics();
        if (answer.kind !== 'ok')
            return ingestion_unread(answer);
        const before = totalsOf(answer.value);
        const number = (window?.number ?? 0) + 1;
        const judged = window === undefined ? undefined : judgeTotals(window.before, before, context);
        const isLast = judged === undefined ? plan.stableForMs === 0 : isClean(judged) || number > mostWindows;
        if (isLast)
            return judged ?? judgeTotals(before, before, context);
        window = { number, before, endMs: nowMs + plan.stableForMs - slackMs };
        last = judged === undefined ? watching : { ...judged, isPending: true };
        return last;
    };
}
function isClean({ checks }) {
    return checks.every(({ verdict }) => verdict !== 'fail');
}
const watching = {
    checks: [
        { ...ingestion_base, verdict: 'inconclusive', evidence: 'watching the counters', hint: 'Give the run more time (timeout).' },
    ],
    isPending: true,
};
function ingestion_unread(failure) {
    const evidence = `Prometheus' own metrics cannot be read: ${describeFailure(failure)}`;
    if (failure.kind === 'not-found')
        return { checks: [{ ...ingestion_base, verdict: 'skipped', evidence, hint: '' }] };
    return { checks: [{ ...ingestion_base, verdict: 'inconclusive', evidence, hint: 'Run again.' }], isPending: true };
}
function totalsOf({ families }) {
    const known = new Set(counters.map(({ name }) => name));
    const totals = families.filter(({ name }) => known.has(name));
    return new Map(totals.map(({ name, samples }) => [name, samples.reduce((sum, { value }) => sum + value, 0)]));
}
function judgeTotals(before, now, { targets }) {
    const risen = counters.flatMap((counter) => {
        const more = (now.get(counter.name) ?? 0) - (before.get(counter.name) ?? 0);
        return more > 0 ? [{ counter, more }] : [];
    });
    if (risen.length === 0) {
        const evidence = `none of ${now.size} counters of lost samples and failed discovery rose`;
        return { checks: [{ ...ingestion_base, verdict: now.size === 0 ? 'skipped' : 'pass', evidence, hint: '' }] };
    }
    // The counters are of the whole server: with jobs that are not ours the app cannot be blamed.
    const blames = risen.map(({ counter }) => counter.blame);
    const blame = foreignJobs(targets).length === 0 && blames.includes('app')
        ? 'app'
        : (blames.find((one) => one !== 'app') ?? 'monitoring');
    const check = {
        ...ingestion_base,
        verdict: 'fail',
        blame,
        evidence: risen.map(({ counter, more }) => `${more} ${counter.words} (${counter.name})`).join('; '),
        hint: 'Look at the log of Prometheus, which names job and target: two sources write one series, a service sets its own timestamps, or a limit is too low.',
    };
    return { checks: [check] };
}
//# sourceMappingURL=ingestion.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/targets/failure-class.js
const app = (hint) => ({ blame: 'app', hint, isFinal: false });
const monitoring = (hint) => ({ blame: 'monitoring', hint, isFinal: false });
const network = (hint) => ({ blame: 'network', hint, isFinal: false });
const failure_class_final = (facts) => ({ ...facts, isFinal: true });
/** The next step for each way in which a target can be missing from the picture. */
const failureFacts = {
    refused: app('Nothing listens on that port of that machine: the process died, listens on another port, or on 0.0.0.0 only. Fly\'s private network is IPv6: listen on [::] (Rust: "[::]:PORT", not "0.0.0.0:PORT"). Look at "fly logs".'),
    'ipv4-only': app('The process listens on 0.0.0.0, which is IPv4 only, and Fly\'s private network is IPv6: listen on [::] (Node: no host or "::"; Rust: "[::]:PORT"; it serves both).'),
    'nothing-listens': app('The machine runs, but nothing in it listens on that port: the process died or uses another port. Look at "fly logs".'),
    timeout: app('The endpoint took longer than scrape_timeout. Ask it from inside: "fly ssh console -C \'wget -qO- http://localhost:PORT/metrics\'"; look for an event loop that is blocked or too many series.'),
    unauthorized: failure_class_final(monitoring('The service wants a token that Prometheus does not send: deploy app and monitoring with the same METRICS_TOKEN, and give the job authorization.credentials_file.')),
    'not-found': failure_class_final(app('The service has no such path: mount the metrics handler there, or set metrics_path of the job to where it is.')),
    'server-error': app('The service fails while it writes its metrics: look at "fly logs" for the exception.'),
    'http-status': app('Only 200 is a scrape: open the address from inside the private network and look at the answer.'),
    'not-metrics': failure_class_final(app('The port answers with something else than metrics (a page or JSON): point port and metrics_path of the job at the metrics handler.')),
    'content-type': failure_class_final(app('Prometheus 3 wants a Content-Type it knows: answer with "text/plain; version=0.0.4" (registry.contentType in prom-client), or set fallback_scrape_protocol: PrometheusText0.0.4 on the job (3.x only).')),
    'sample-limit': failure_class_final(app('A scrape has more samples than sample_limit allows, so all of it is dropped: find the label with too many values.')),
    'body-limit': failure_class_final(app('A scrape is larger than body_size_limit allows, so all of it is dropped: find the metric with too many series.')),
    'target-limit': failure_class_final(monitoring('The job finds more targets than target_limit allows: raise it.')),
    'credentials-file': monitoring('Prometheus cannot read the credentials file of the job; the entrypoint writes it when it starts: look at "fly logs" of the monitoring app.'),
    tls: failure_class_final(monitoring('Inside the private network services speak plain HTTP: set scheme: http, or give the job a tls_config that fits.')),
    'no-name': monitoring('The name of the target has no address: look for a typing error in the job.'),
    'no-route': network('Prometheus has no way to that address: both apps must be in one organization and one private network.'),
    reset: app('The connection is closed before the answer is whole: the process may crash while it is scraped; look at "fly logs".'),
    'dns-empty': monitoring('The name of the job has no addresses. Only started machines are in Fly\'s DNS: look at "fly machine list", and compare app and process group in the name with fly.toml.'),
    'dns-failing': network('Prometheus cannot resolve the names of the job: look at "fly logs" of the monitoring app, and run again.'),
    'not-discovered': monitoring('The machine runs, yet Prometheus does not know it: compare app and process group in the name of the job with fly.toml; DNS needs up to refresh_interval + 5 s.'),
    'never-scraped': monitoring('The target is known but was not scraped within the time: raise input "timeout" above two scrape intervals.'),
    stale: monitoring('The last scrape is older than the deploy, so it may show the release before: Prometheus stopped scraping, or timeout is shorter than two scrape intervals.'),
    stopped: app('The machine does not run. Look at "fly logs" and "fly machine status"; its last exit is in the table.'),
    'not-started': app('The machine has not reached the state "started": look at "fly machine status".'),
    'no-machines': app('The app has no machine in that process group: scale it ("fly scale count"), or take the job out of the configuration.'),
    'too-few': app('Fewer targets than expected: look at "fly machine list", or correct input "jobs".'),
    'too-many': monitoring('More targets than expected: correct input "jobs", or look for machines left over ("fly machine list").'),
    'no-samples': app('The scrape succeeds, but its body is empty: the service registers no metrics, or writes another registry.'),
    'all-dropped': monitoring('The service writes metrics, and metric_relabel_configs of the job drops every one of them: correct it.'),
    other: app("Prometheus' own message is in the table; open the address from inside the private network."),
};
/** Prometheus passes on the words of Go's standard library; they are the same in 2.42 and 3.x unless said. */
const patterns = [
    [/connection refused/, 'refused'],
    [/unable to read .*(credentials|password|token).*file|credentials file/i, 'credentials-file'],
    [/context deadline exceeded|Client\.Timeout|i\/o timeout|connection timed out/i, 'timeout'],
    [/HTTP status 40[13]\b/, 'unauthorized'],
    [/HTTP status 404\b/, 'not-found'],
    [/HTTP status 5\d\d\b/, 'server-error'],
    [/HTTP status \d{3}/, 'http-status'],
    [/sample limit exceeded|sample_limit|label_(name|value)_length_limit|label_limit/, 'sample-limit'],
    [/body size limit exceeded/, 'body-limit'],
    [/target_limit|target limit/, 'target-limit'],
    [/Content-Type "(text\/html|application\/json|application\/xhtml)/, 'not-metrics'],
    [/Content-Type|non-compliant scrape target/, 'content-type'],
    // What a page or JSON gives in 2.x, which does not look at the content type.
    [
        /valid start token|"INVALID"|expected (a valid|value after|label|equal|metric)|strconv\.ParseFloat|text format parsing/,
        'not-metrics',
    ],
    [/no such host|server misbehaving/, 'no-name'],
    [/no route to host|network is unreachable|host is unreachable/, 'no-route'],
    [/x509|tls:|first record does not look like a TLS|server gave HTTP response to HTTPS/, 'tls'],
    [/connection reset|unexpected EOF|EOF$|broken pipe/, 'reset'],
];
/** What a target's lastError means. */
function classifyScrapeError(lastError) {
    return patterns.find(([pattern]) => pattern.test(lastError))?.[1] ?? 'other';
}
//# sourceMappingURL=failure-class.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/checks/jobs/listeners.js
/** TCP_LISTEN in the kernel's tables. */
const listening = '0A';
const ipv4Digits = 8;
/** Ports that something listens on, from /proc/net/tcp and /proc/net/tcp6 one after the other. */
function parseListeners(tables) {
    const ipv4 = new Set();
    const ipv6 = new Set();
    for (const line of tables.split('\n')) {
        const match = /^\s*\d+: (?<address>[0-9A-F]+):(?<port>[0-9A-F]{4}) [0-9A-F]+:[0-9A-F]{4} (?<state>[0-9A-F]{2}) /.exec(line);
        if (match?.groups?.['state'] !== listening)
            continue;
        const port = Number.parseInt(match.groups['port'] ?? '', 16);
        (match.groups['address']?.length === ipv4Digits ? ipv4 : ipv6).add(port);
    }
    return { ipv4, ipv6 };
}
//# sourceMappingURL=listeners.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/checks/jobs/explain-refusals.js


/** One is usually like the others, and each costs a second or two. */
const mostAsked = 4;
/** Tells a dead process from one that listens on IPv4 only, by looking into the machines that refuse. */
async function explainRefusals(verdict, machines, flyctl) {
    const rows = verdict.jobs.flatMap((job) => job.rows).filter(({ failure }) => failure === 'refused');
    const known = new Map();
    for (const id of new Set(rows.flatMap(({ machineId }) => machineId ?? []))) {
        if (known.size === mostAsked)
            break;
        const listeners = await listenersOf(id, machines, flyctl);
        if (listeners !== undefined)
            known.set(id, listeners);
    }
    return { ...verdict, jobs: verdict.jobs.map((job) => explainJob(job, known)) };
}
function explainJob(job, known) {
    return { ...job, rows: job.rows.map((row) => explainRow(row, known.get(row.machineId ?? ''))) };
}
function explainRow(row, listeners) {
    const port = Number(/:(\d+)$/.exec(row.instance)?.[1]);
    // Listening on IPv6 too, it is something else: a firewall, or it came up just now.
    if (row.failure !== 'refused' || listeners === undefined || Number.isNaN(port) || listeners.ipv6.has(port))
        return row;
    if (!listeners.ipv4.has(port)) {
        return { ...row, failure: 'nothing-listens', error: `${row.error}; nothing in the machine listens on ${port}` };
    }
    return { ...row, failure: 'ipv4-only', error: `${row.error}; the machine listens on 0.0.0.0:${port}, IPv4 only` };
}
/** Undefined where it cannot be seen: an image without cat, a token that may not execute. */
async function listenersOf(id, machines, flyctl) {
    if (machines.kind !== 'known')
        return undefined;
    const app = [...machines.byApp].find(([, list]) => list.some((machine) => machine.id === id))?.[0];
    if (app === undefined)
        return undefined;
    try {
        const { exitCode, stdout } = await flyctl.execute(app, id, 'cat /proc/net/tcp /proc/net/tcp6');
        return exitCode === 0 && stdout.includes('local_address') ? parseListeners(stdout) : undefined;
    }
    catch (thrown) {
        if ((0,suite_error/* isSuiteError */.t$)(thrown))
            return undefined;
        throw thrown;
    }
}
//# sourceMappingURL=explain-refusals.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/checks/jobs/jobs.js






const jobs = checkModule({
    name: 'jobs',
    blame: 'monitoring',
    inputs: {},
    prepare: () => ({ when: 'poll', start: () => findJobs, explain: explainJobs }),
});
function findJobs({ targets, server, nowMs }) {
    const serverNowMs = nowMs + (server.clockSkewMs ?? 0);
    const checks = targets.jobs.map((job) => jobCheck(job, serverNowMs));
    return { checks, isPending: targets.isPending, targets, report: { annotations: unexpected(foreignJobs(targets)) } };
}
/** They do no harm, and yet nobody proves them. */
function unexpected(names) {
    if (names.length === 0)
        return [];
    const message = `Prometheus also scrapes ${listed(names)}: not in the configuration that was read, so not proved.`;
    return [{ level: 'warning', title: 'Unexpected jobs', message }];
}
/** Looks into the machines that refuse, where Fly lets us. */
async function explainJobs(context) {
    const { targets, machines } = context;
    const isRefused = ({ failure, machineId }) => failure === 'refused' && machineId !== undefined;
    const mayHelp = machines.kind === 'known' && targets.jobs.some(({ rows }) => rows.some(isRefused));
    const flyctl = mayHelp ? await context.flyctl() : undefined;
    if (flyctl === undefined)
        return findJobs(context);
    return findJobs({ ...context, targets: await explainRefusals(targets, machines, flyctl) });
}
function jobCheck({ job, verdict, rows, counted }, nowMs) {
    const base = { name: `job:${job}`, verdict };
    if (counted !== undefined) {
        const age = duration_formatDuration(Math.max(0, nowMs - counted.oldestScrapeMs));
        const evidence = `${counted.up} of ${counted.up} targets up, each scraped within ${age} (by counting)`;
        return { ...base, blame: 'app', evidence, hint: '' };
    }
    const failed = rows.filter((row) => row.verdict === 'fail');
    const worst = worstOf(failed);
    if (worst?.failure !== undefined) {
        const { blame, hint } = failureFacts[worst.failure];
        return { ...base, blame, hint, evidence: listed(failed.map(rowWords)) };
    }
    const asleep = rows.filter(({ health }) => health === 'asleep').length;
    const sleepers = asleep === 0 ? '' : `, ${asleep} asleep`;
    if (verdict === 'pass') {
        const up = rows.length - asleep;
        const oldest = Math.min(...rows.map(({ lastScrapeMs }) => lastScrapeMs ?? Number.POSITIVE_INFINITY));
        const evidence = `${up} of ${up} targets up${sleepers}, each scraped within ${duration_formatDuration(Math.max(0, nowMs - oldest))}`;
        return { ...base, blame: 'app', evidence, hint: '' };
    }
    const hint = 'Send the app a request and run again, or set min_machines_running = 1 in fly.toml.';
    return { ...base, blame: 'app', evidence: `nothing to look at${sleepers}`, hint };
}
/** What is the app's outweighs the rest: it decides whether the app is put back. */
function worstOf(rows) {
    return rows.find(({ failure }) => failure !== undefined && failureFacts[failure].blame === 'app') ?? rows[0];
}
function rowWords({ instance, machineId, error }) {
    const where = [instance, machineId === undefined ? '' : `(machine ${machineId})`]
        .filter((part) => part !== '')
        .join(' ');
    return where === '' ? error : `${where}: ${error}`;
}
//# sourceMappingURL=jobs.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/checks/label-sets/identity.js
/** How reports and scripts know the check, and whose part of the chain it is. */
const label_sets_identity_base = { name: 'label-sets', blame: 'monitoring' };
//# sourceMappingURL=identity.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/checks/label-sets/groups-of-many.js
/** The items that share their key with another one, in groups. */
function groupsOfMany(items, key) {
    const groups = new Map();
    for (const item of items) {
        const name = key(item);
        const group = groups.get(name);
        if (group === undefined)
            groups.set(name, [item]);
        else
            group.push(item);
    }
    return [...groups.values()].filter(({ length }) => length > 1);
}
//# sourceMappingURL=groups-of-many.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/checks/label-sets/judge-scrape-urls.js

/** Targets of one job that are the same address under two names: one service is counted twice, or another not at all. */
function sharedScrapeUrls(targets) {
    return groupsOfMany(targets, ({ scrapePool, scrapeUrl }) => JSON.stringify([scrapePool, scrapeUrl])).flatMap(([first, ...others]) => first === undefined ? [] : [`${first.scrapePool} scrapes ${first.scrapeUrl} ${others.length + 1} times`]);
}
//# sourceMappingURL=judge-scrape-urls.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/checks/label-sets/judge-label-sets.js



const mostNamed = 3;
/**
 * Two targets with one label set write into one series: both look healthy, and neither is seen. One of them may belong to
 * a job that nobody expects any more.
 */
function judgeLabelSets(targets, others = []) {
    const expected = new Set(targets);
    const shared = groupsOfMany([...targets, ...others], ({ labels }) => JSON.stringify(Object.entries(labels).sort())).filter((group) => group.some((target) => expected.has(target)));
    if (shared.length > 0) {
        return {
            ...label_sets_identity_base,
            verdict: 'fail',
            evidence: `Targets with equal labels, whose samples overwrite each other: ${firstOf(shared.map(clashWords))}`,
            hint: 'Let instance keep the address of each machine: take the relabelling out that makes them equal, or add a label that tells them apart; a job that the configuration no longer has goes when the monitoring app is deployed.',
        };
    }
    const twice = sharedScrapeUrls(targets);
    if (twice.length === 0) {
        return { ...label_sets_identity_base, verdict: 'pass', evidence: `${targets.length} distinct label sets and addresses`, hint: '' };
    }
    const hint = 'One machine answers for several targets: look for names that overlap (two regions, a name and its group), or relabelling of __address__.';
    return { ...label_sets_identity_base, verdict: 'fail', evidence: `One address, several targets: ${firstOf(twice)}`, hint };
}
function clashWords(group) {
    const isOneJob = new Set(group.map(({ scrapePool }) => scrapePool)).size === 1;
    const names = group.map(({ scrapePool, scrapeUrl }) => (isOneJob ? scrapeUrl : `${scrapePool} ${scrapeUrl}`));
    return names.join(' and ');
}
function firstOf(items) {
    const more = items.length > mostNamed ? `; and ${items.length - mostNamed} more` : '';
    return `${items.slice(0, mostNamed).join('; ')}${more}`;
}
//# sourceMappingURL=judge-label-sets.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/checks/label-sets/label-sets.js



const labelSets = checkModule({
    ...label_sets_identity_base,
    inputs: {},
    // Discovery may still be moving: what clashes now may not in a minute.
    prepare: () => ({
        when: 'poll',
        start: () => ({ targets, activeTargets, otherTargets }) => {
            const counted = targets.jobs.filter((job) => job.counted !== undefined).length;
            const check = judgeLabelSets(activeTargets, otherTargets);
            // As many series as targets: no two of them share their labels.
            const more = counted === 0 ? '' : `; ${counted} large jobs with a series for each target`;
            return { checks: [{ ...check, evidence: `${check.evidence}${more}` }], isPending: true };
        },
    }),
});
//# sourceMappingURL=label-sets.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/checks/locked/locked.js



const locked_base = { name: 'locked', blame: 'monitoring' };
const openDoors = [
    ['web.enable-admin-api', 'the admin API is on, which deletes data'],
    ['web.enable-lifecycle', 'the lifecycle API is on, which stops the server'],
    ['web.enable-remote-write-receiver', 'the remote write receiver is on, which takes samples from anybody'],
];
/** Secrets of the suite that Prometheus might repeat. */
const secretVariables = [
    'PROMETHEUS_PASSWORD',
    'PROMETHEUS_TOKEN',
    'METRICS_TOKEN',
    'GRAFANA_PROMETHEUS_API_KEY',
    'GRAFANA_API_KEY',
    'FLY_API_TOKEN',
    'FLY_MONITORING_API_TOKEN',
];
/** Shorter ones occur by chance. */
const shortestLooked = 6;
/** Nobody gets in without credentials, nobody can break it from outside, and no secret can be read. */
const locked = checkModule({
    ...locked_base,
    inputs: {},
    prepare: (_, setup) => {
        const wanted = { isProtected: setup.inputs.auth !== undefined, secrets: secretsOf(setup) };
        return { when: 'end', start: () => (context) => findLock(context, wanted) };
    },
});
function secretsOf({ inputs, environment }) {
    const given = Object.values(inputs.forChecks).filter((value) => value instanceof secret/* Secret */.zh);
    const around = secretVariables.flatMap((name) => environment[name] ?? []).map((value) => new secret/* Secret */.zh(value.trim()));
    return [...given, ...around].filter((one) => one.reveal().length >= shortestLooked);
}
async function findLock(context, { isProtected, secrets }) {
    const flags = await context.api.flags();
    // Other engines that speak Prometheus' language have none.
    if (flags.kind !== 'ok' && flags.kind !== 'not-found')
        return { checks: [unproved(describeFailure(flags))], isPending: true };
    const holes = flags.kind === 'ok' ? [...openFlags(flags.value)] : [];
    const seen = [];
    if (isProtected) {
        const answer = await context.anonymous.buildInfo();
        if (answer.kind === 'ok')
            holes.push('it answers without credentials, although some were given');
        else if (answer.kind === 'refused')
            seen.push(`${answer.status} without credentials`);
        else
            return { checks: [unproved(`without credentials: ${describeFailure(answer)}`)], isPending: true };
    }
    const config = await context.loadedConfig();
    const text = config.kind === 'ok' ? config.value : '';
    if (secrets.some((one) => text.includes(one.reveal())))
        holes.push('a secret can be read in /api/v1/status/config');
    if (holes.length > 0)
        return { checks: [holeCheck(holes)] };
    if (flags.kind === 'ok' && Object.keys(flags.value).length > 0)
        seen.push('admin, lifecycle and remote write APIs are off');
    if (secrets.length > 0 && config.kind === 'ok')
        seen.push(`none of ${secrets.length} secrets in the configuration`);
    const [first] = seen;
    if (first === undefined)
        return { checks: [{ ...locked_base, verdict: 'skipped', evidence: 'nothing to look at', hint: '' }] };
    return { checks: [{ ...locked_base, verdict: 'pass', evidence: seen.join('; '), hint: '' }] };
}
function openFlags(flags) {
    return openDoors.filter(([flag]) => flags[flag] === 'true').map(([, words]) => words);
}
function unproved(evidence) {
    return { ...locked_base, verdict: 'inconclusive', evidence, hint: 'Run again.' };
}
function holeCheck(holes) {
    const hint = 'Start Prometheus with --web.config.file and without the --web.enable-* flags, and keep passwords in files (password_file).';
    return { ...locked_base, verdict: 'fail', evidence: holes.join('; '), hint };
}
//# sourceMappingURL=locked.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/checks/machines/machines.js

const machines = checkModule({
    name: 'machines',
    blame: 'network',
    inputs: {},
    prepare: () => ({ when: 'end', start: () => (context) => ({ checks: [machinesCheck(context.machines)] }) }),
});
function machinesCheck(known) {
    const base = { name: 'machines', blame: 'network', hint: '' };
    switch (known.kind) {
        case 'not-asked': {
            const hint = 'Give fly-api-token (FLY_API_TOKEN) to have each machine counted.';
            const evidence = `${known.reason}, so stopped machines, which DNS leaves out, cannot be missed`;
            return { ...base, verdict: 'skipped', evidence, hint };
        }
        case 'failed':
            return { ...base, verdict: 'inconclusive', evidence: known.reason, hint: known.hint };
        case 'known': {
            if (known.byApp.size === 0) {
                return { ...base, verdict: 'skipped', evidence: 'no job is counted by the machines of a Fly app' };
            }
            const counts = [...known.byApp].map(([app, list]) => {
                const started = list.filter(({ state }) => state === 'started').length;
                return `${app}: ${list.length} machines, ${started} started`;
            });
            return { ...base, verdict: 'pass', evidence: counts.join('; ') };
        }
    }
}
//# sourceMappingURL=machines.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/checks/metrics/parse-catalogue.js

/** The shape that is understood; another one is refused. */
const version = 1;
const asVersion = (value, path) => {
    if (asNumber(value, path) !== version)
        throw new WrongField(path, String(version), value);
    return version;
};
const asCatalogue = fields({
    version: asVersion,
    metrics: listOf(fields({
        name: asText,
        type: asText,
        services: either(listOf(asText), []),
        labels: either(recordOf(either(listOf(asText), null)), {}),
    })),
});
/** The text of a `metrics-catalogue.json`. */
function parseCatalogue(text) {
    let document;
    try {
        document = JSON.parse(text);
    }
    catch {
        return { ok: false, problem: 'it is no JSON' };
    }
    const read = readWhole(asCatalogue, document);
    return read.ok ? { ok: true, entries: read.value.metrics } : read;
}
/** Where all label values are known, the service writes every series from its start; else at their first use. */
function isAlwaysThere({ labels }) {
    return Object.values(labels).every((values) => values !== null && values.length > 0);
}
/** The series that stand for a metric: a histogram has none by its own name. */
function seriesOf({ name, type }) {
    // A native histogram has only its own name.
    return type === 'histogram' || type === 'summary' ? [`${name}_count`, name] : [name];
}
//# sourceMappingURL=parse-catalogue.js.map
;// CONCATENATED MODULE: ./packages/grafana/lib/files/select-files.js

/** `dashboards`, `dashboards/one.json` or `dashboards/**\/*.json`. */
function parseFileChoice(entry) {
    const path = entry.replaceAll('\\', '/').replace(/^\.\//, '').replace(/\/+$/, '');
    if (!/[*?]/.test(path))
        return { kind: /\.json$/i.test(path) ? 'file' : 'folder', path: path === '' ? '.' : path };
    const parts = path.split('/');
    const wild = parts.findIndex((part) => /[*?]/.test(part));
    const pattern = patternOf(parts.slice(wild).join('/'));
    const matches = (candidate) => pattern.test(candidate) && !isForeign(candidate);
    return { kind: 'pattern', below: parts.slice(0, wild).join('/') || '.', matches };
}
/** Whether a folder given as such means this file: its own JSON files, not those of folders inside. */
function isFolderDashboard(path) {
    return /^[^/]+\.json$/i.test(path) && !isForeign(path);
}
/** JSON that lives beside dashboards written as code, and is none; and copies of dashboards before an overwrite. */
function isForeign(path) {
    return /(^|\/)(node_modules\/|\.cache\/|package(-lock)?\.json$|tsconfig[^/]*\.json$)/.test(path);
}
/** `**` crosses folders, `*` and `?` do not. */
function patternOf(glob) {
    const source = glob.replace(/(?:\*\*\/)+|\*\*+|\*|\?|./gsu, (token) => {
        if (token.endsWith('**/'))
            return '(?:.*/)?';
        if (token.startsWith('**'))
            return '.*';
        if (token === '*')
            return '[^/]*';
        return token === '?' ? '[^/]' : escapePattern(token);
    });
    return new RegExp(`^${source}$`, 'su');
}
//# sourceMappingURL=select-files.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/repository/read-listed-files.js



/** Each file once, in the order of their names. @throws SuiteError that names every entry without a file */
async function readListedFiles({ input, entries }, place) {
    const found = await Promise.all(entries.map((entry) => pathsOf(entry, place)));
    const missing = entries.filter((_, index) => found[index]?.length === 0);
    if (missing.length > 0) {
        throw new suite_error/* SuiteError */.$K({
            code: 'FILE_MISSING',
            message: missing.map((entry) => `Input "${input}" names "${entry}"; there is no such file.`).join('\n'),
            hint: 'Check out the repository before this step; paths are relative to its root.',
        });
    }
    const paths = [...new Set(found.flat())].sort();
    return Promise.all(paths.map(async (path) => ({ path, text: (await place.files.readText(absolute(path, place))) ?? '' })));
}
/** Empty when there is none. */
async function pathsOf(entry, place) {
    const choice = parseFileChoice(entry);
    if (choice.kind !== 'pattern')
        return (await place.files.exists(absolute(choice.path, place))) ? [choice.path] : [];
    const listed = await place.files.list(absolute(choice.below, place));
    return listed.filter(choice.matches).map((path) => (choice.below === '.' ? path : `${choice.below}/${path}`));
}
function absolute(path, { workspace }) {
    return (0,external_node_path_.isAbsolute)(path) ? path : (0,external_node_path_.join)(workspace, path);
}
//# sourceMappingURL=read-listed-files.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/repository/metrics-in-repository.js




const metricName = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/;
/** What the input `metrics` asks for. @throws SuiteError that names the file that is missing or wrong */
async function readMetrics(entries, setup) {
    const all = entries ?? [];
    const files = all.filter((entry) => !metricName.test(entry));
    const read = await readListedFiles({ input: 'metrics', entries: files }, setup);
    const jobs = new Set(setup.plan.jobs.map(({ name }) => name));
    const catalogued = read.flatMap(({ path, text }) => catalogueOf(path, text).map((entry) => expectEntry(entry, path, jobs)));
    const named = all
        .filter((entry) => metricName.test(entry))
        .map((name) => expectName(name, 'the input metrics', 'app'));
    return [...catalogued, ...named.map((one) => ({ ...one, series: [one.name, `${one.name}_count`] }))];
}
function catalogueOf(path, text) {
    const parsed = parseCatalogue(text);
    if (parsed.ok)
        return parsed.entries;
    throw new suite_error/* SuiteError */.$K({
        code: 'FILE_INVALID',
        message: `${path} is no catalogue of metrics: ${parsed.problem}.`,
        hint: 'Write it with defineMetrics, or name the metrics one by one.',
    });
}
/** Services that are no job here are somebody else's. */
function expectEntry(entry, path, jobs) {
    const { name, services } = entry;
    const here = services.filter((service) => jobs.has(service));
    const base = { name, series: seriesOf(entry), usedBy: [path], blame: 'app' };
    return { ...base, jobs: here.length === 0 ? undefined : here, isAlwaysThere: isAlwaysThere(entry) };
}
function expectName(name, usedBy, blame) {
    return { name, series: [name], jobs: undefined, isAlwaysThere: undefined, usedBy: [usedBy], blame };
}
async function metricsOfPanels(panels) {
    const { metricsOfQuery } = await loadPromql();
    return panels.flatMap(({ file, panel, expr }) => metricsOfQuery(expr).map((name) => expectName(name, `"${panel}" of ${file}`, 'dashboards')));
}
async function metricsOfRules(groups) {
    const { metricsOfQuery } = await loadPromql();
    return groups.flatMap(({ file, rules }) => rules.flatMap((rule) => metricsOfQuery(rule.expr).map((name) => expectName(name, `${rule.name} in ${file}`, 'monitoring'))));
}
//# sourceMappingURL=metrics-in-repository.js.map
;// CONCATENATED MODULE: ./packages/grafana/lib/document/template-variables.js

const everything = '$__all';
/** The variables of a dashboard with the values they have before anybody chooses. */
function templateVariables(json) {
    return objectsIn(json_objectIn(json, 'templating'), 'list').flatMap((variable) => {
        const name = json_textIn(variable, 'name') ?? '';
        return name === '' ? [] : [variableOf(name, variable)];
    });
}
function variableOf(name, variable) {
    const type = json_textIn(variable, 'type') ?? 'query';
    const query = queryOf(variable);
    const chosen = chosenValues(variable);
    const values = chosen.length > 0 ? chosen : firstOption(type, query);
    const all = values.includes(everything) || (values.length === 0 && variable['includeAll'] === true);
    const allValue = json_textIn(variable, 'allValue') || undefined;
    return { name, type, values: all ? [] : values, all, allValue, query };
}
function queryOf(variable) {
    const query = variable['query'];
    return typeof query === 'string' ? query : json_textIn(query, 'query');
}
function chosenValues(variable) {
    const value = json_objectIn(variable, 'current')?.['value'];
    const values = (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string');
    const given = values.filter((one) => one !== '');
    if (given.length > 0)
        return given;
    return objectsIn(variable, 'options')
        .filter((option) => option['selected'] === true)
        .flatMap((option) => json_textIn(option, 'value') ?? []);
}
/** Grafana selects the first option; those of a query or a datasource variable are known to the server only. */
function firstOption(type, query) {
    if (query === undefined || query === '')
        return [];
    switch (type) {
        case 'constant':
        case 'textbox':
            return [query];
        case 'custom':
        case 'interval':
            return [optionsOf(query)[0] ?? []].flat();
        default:
            return [];
    }
}
/** `one, Two : 2, a\,b` -> one, 2 and `a,b`: the notation of custom variables. */
function optionsOf(query) {
    return query
        .split(/(?<!\\),/)
        .map((option) => option.replaceAll('\\,', ',').trim())
        .map((option) => /^.+?\s:\s(?<value>.+)$/.exec(option)?.groups?.['value'] ?? option)
        .filter((option) => option !== '');
}
/** The plugin type behind a datasource reference, when a variable of that name says it. */
function datasourceTypeOf(reference, variables) {
    const name = /^\$\{?(?<name>\w+)(?::\w+)?\}?$/.exec(reference)?.groups?.['name'];
    return variables.find((variable) => variable.name === name && variable.type === 'datasource')?.query;
}
function isDatasourceVariable(value) {
    return isObject(value) && value['type'] === 'datasource';
}
//# sourceMappingURL=template-variables.js.map
;// CONCATENATED MODULE: ./packages/grafana/lib/document/panels.js

/**
 * All panels in the order of the page, rows included; a collapsed row holds its panels inside, and dashboards from
 * before schema version 16 have `rows` in place of `panels`.
 */
function allPanels(json) {
    const old = objectsIn(json, 'rows').flatMap((row) => objectsIn(row, 'panels'));
    return [...objectsIn(json, 'panels').flatMap((panel) => [panel, ...objectsIn(panel, 'panels')]), ...old];
}
/** What a person calls the panel. */
function panelName(panel) {
    const title = json_textIn(panel, 'title') ?? '';
    if (title !== '')
        return `panel "${title}"`;
    return panel['id'] === undefined ? `an unnamed ${json_textIn(panel, 'type') ?? ''} panel` : `panel ${String(panel['id'])}`;
}
//# sourceMappingURL=panels.js.map
;// CONCATENATED MODULE: ./packages/grafana/lib/document/panel-queries.js



/** Every query that the page sends; hidden ones and panels without queries (texts, rows, library panels) send none. */
function panelQueries({ json }) {
    const variables = templateVariables(json);
    return allPanels(json).flatMap((panel) => objectsIn(panel, 'targets').flatMap((target, index) => {
        const expr = json_textIn(target, 'expr')?.trim() ?? '';
        if (expr === '' || target['hide'] === true)
            return [];
        return [panel_queries_queryOf({ panel, target, index, expr, variables })];
    }));
}
function panel_queries_queryOf({ panel, target, index, expr, variables }) {
    return {
        panelId: numberIn(panel, 'id'),
        panelTitle: json_textIn(panel, 'title') ?? '',
        refId: json_textIn(target, 'refId') ?? String.fromCharCode(65 + (index % 26)),
        expr,
        datasource: referenceOf(target['datasource'] ?? panel['datasource'], variables),
        mode: modeOf(target),
    };
}
function modeOf(target) {
    if (target['instant'] !== true)
        return 'range';
    return target['range'] === true ? 'both' : 'instant';
}
function referenceOf(value, variables) {
    const uid = typeof value === 'string' ? value : json_textIn(value, 'uid');
    const type = json_isObject(value) ? json_textIn(value, 'type') : undefined;
    return { uid, type: type ?? (uid === undefined ? undefined : datasourceTypeOf(uid, variables)) };
}
//# sourceMappingURL=panel-queries.js.map
;// CONCATENATED MODULE: ./packages/grafana/lib/document/resolve-macros.js
/** `$name`, `${name}`, `${name:format}`, `[[name]]`, `[[name:format]]` */
const reference = /\$\{(\w+)(?::(\w+))?\}|\[\[(\w+)(?::(\w+))?\]\]|\$(\w+)/g;
/** Puts values in for Grafana's macros and variables, as Grafana does before it asks Prometheus. */
function resolveGrafanaMacros(expr, values) {
    return substitute(expr, { ...values.variables, ...builtIn(values) });
}
/** The variables of the dashboard only: Grafana's own macros are left for Grafana. */
function resolveVariables(expr, variables) {
    return substitute(expr, variables).expr;
}
function substitute(expr, all) {
    const unresolved = new Set();
    const resolved = expr.replace(reference, (written, ...groups) => {
        const [braced, bracedFormat, bracketed, bracketedFormat, bare] = groups;
        const name = braced ?? bracketed ?? bare ?? '';
        const value = Object.hasOwn(all, name) ? all[name] : undefined;
        if (value === undefined) {
            unresolved.add(name);
            return written;
        }
        return formatted(value, bracedFormat ?? bracketedFormat);
    });
    return { expr: resolved, unresolved: [...unresolved] };
}
/** Grafana's rule: a rate over this window sees four scrapes, however far the panel is zoomed in. */
function rateIntervalMs({ intervalMs, scrapeIntervalMs }) {
    return Math.max(intervalMs + scrapeIntervalMs, 4 * scrapeIntervalMs);
}
function builtIn(values) {
    const { intervalMs, rangeMs } = values;
    const rateMs = rateIntervalMs(values);
    return {
        __interval: resolve_macros_duration(intervalMs),
        __interval_ms: String(intervalMs),
        __rate_interval: resolve_macros_duration(rateMs),
        __rate_interval_ms: String(rateMs),
        __range: `${Math.round(rangeMs / 1_000)}s`,
        __range_s: String(Math.round(rangeMs / 1_000)),
        __range_ms: String(rangeMs),
    };
}
function resolve_macros_duration(ms) {
    return ms % 1_000 === 0 ? `${ms / 1_000}s` : `${ms}ms`;
}
function formatted(value, format) {
    if (typeof value === 'string')
        return value;
    switch (format) {
        case 'raw':
        case 'csv':
            return value.join(',');
        case 'pipe':
            return value.join('|');
        case 'doublequote':
            return value.map((one) => JSON.stringify(one)).join(',');
        default:
            return value.length === 1 ? resolve_macros_escapePattern(value[0] ?? '') : `(${value.map(resolve_macros_escapePattern).join('|')})`;
    }
}
/** Twice: once for the pattern, once for the string literal that it stands in. */
function resolve_macros_escapePattern(value) {
    return value.replace(/[\\^$*+?.()|[\]{}]/g, '\\\\$&');
}
//# sourceMappingURL=resolve-macros.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/repository/plan-panels.js

/** What a new dashboard shows before anybody turns a knob. */
const rangeMs = 3_600_000;
/** The queries of all panels that ask a Prometheus, with the values that a person sees first. */
function planPanels(documents, scrapeIntervalMs) {
    return documents.flatMap((document) => {
        const variables = valuesOf(templateVariables(document.json));
        return panelQueries(document)
            .filter(({ datasource }) => datasource.type === undefined || datasource.type === 'prometheus')
            .map(({ panelTitle, panelId, refId, expr, datasource }) => ({
            file: document.file,
            dashboard: document.title,
            dashboardUid: document.uid,
            panelId,
            panel: panelTitle === '' ? `panel ${panelId ?? '?'}` : panelTitle,
            refId,
            forGrafana: resolveVariables(expr, variables),
            datasourceUid: datasource.uid?.includes('$') ? undefined : datasource.uid,
            ...resolveGrafanaMacros(expr, { intervalMs: scrapeIntervalMs, scrapeIntervalMs, rangeMs, variables }),
        }));
    });
}
function valuesOf(variables) {
    return Object.fromEntries(variables.map((variable) => [variable.name, firstValue(variable)]));
}
/** Options of a query variable are known to Grafana only; any value will do for a first look. */
function firstValue({ all, allValue, values }) {
    const [first] = values;
    if (all || first === undefined)
        return allValue ?? '.*';
    return values.length === 1 ? first : values;
}
//# sourceMappingURL=plan-panels.js.map
;// CONCATENATED MODULE: ./packages/prometheus/lib/config/parse-rule-file.js



/** What a rule file asks for; whether its PromQL is right is promtool's to say. */
function parseRuleFile(text, { file }) {
    const source = new YamlSource(text, { file, order: 'own-wins' });
    if (source.root !== undefined && source.root.kind !== 'mapping' && !isNull(source.root))
        source.error(source.root, 'A rule file must be a mapping.');
    const root = new FieldReader(source, source.root, '');
    const groups = root.items('groups').map((value) => readGroup(root.below(value, 'group '), file));
    return { groups, problems: source.problems };
}
function readGroup(group, file) {
    const intervalMs = group.durationMs('interval', 0);
    const rules = group.items('rules').flatMap((value) => readRule(group.below(value, 'rule ')));
    return { name: group.text('name', ''), file, intervalMs: intervalMs === 0 ? undefined : intervalMs, rules };
}
function readRule(rule) {
    const expr = rule.text('expr', '');
    const alert = rule.text('alert', undefined);
    const record = rule.text('record', undefined);
    if (alert !== undefined)
        return [{ name: alert, type: 'alerting', expr }];
    return record === undefined ? [] : [{ name: record, type: 'recording', expr }];
}
//# sourceMappingURL=parse-rule-file.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/repository/rule-files.js




/**
 * The rules of the repository: those of the input, else those that the configuration names, relative to itself.
 * @throws SuiteError that names what is missing or wrong
 */
async function readRules(rules, setup) {
    const files = rules === undefined ? await readNamed(setup) : await readListedFiles({ input: 'rules', entries: rules }, setup);
    const parsed = files.map(({ path, text }) => ({ path, ...parseRuleFile(text, { file: path }) }));
    const problems = parsed.flatMap(({ path, problems }) => problems.map(({ line, message }) => `${path}:${line}: ${message}`));
    if (problems.length > 0) {
        throw new suite_error/* SuiteError */.$K({ code: 'FILE_INVALID', message: problems.join('\n'), hint: 'Correct the lines shown.' });
    }
    return { groups: parsed.flatMap(({ groups }) => groups), reason: 'the configuration names no rule files' };
}
async function readNamed(setup) {
    const { config } = setup.repository;
    // An absolute one is a path in the image, where the repository has no say.
    const patterns = (config?.ruleFiles ?? [])
        .filter((pattern) => !pattern.startsWith('/'))
        .map((pattern) => external_node_path_.posix.join(external_node_path_.posix.dirname(config?.file ?? ''), pattern));
    const found = await Promise.all(patterns.map((pattern) => filesOfPattern(pattern, setup)));
    const empty = patterns.filter((_, index) => found[index]?.length === 0);
    if (empty.length > 0) {
        throw new suite_error/* SuiteError */.$K({
            code: 'PROMETHEUS_CONFIG_INVALID',
            message: empty
                .map((pattern) => `${config?.file ?? ''}: rule_files names ${pattern}; there is no such file.`)
                .join('\n'),
            hint: 'Prometheus starts without these rules, and says nothing. Correct the path, or take it out.',
        });
    }
    return readListedFiles({ input: 'rules', entries: [...new Set(found.flat())] }, setup);
}
//# sourceMappingURL=rule-files.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/checks/panels/allowed-panels.js

/** `Panel` or `Dashboard / Panel`, one a line; `*` stands for any text. */
function parseAllowed(text) {
    const lines = (text ?? '').split('\n').map((line) => line.trim());
    return lines.filter((line) => line !== '').map(parseLine);
}
function parseLine(written) {
    const at = written.indexOf(' / ');
    if (at < 0)
        return { written, dashboard: /^/, panel: pattern(written) };
    return { written, dashboard: pattern(written.slice(0, at)), panel: pattern(written.slice(at + ' / '.length)) };
}
function pattern(text) {
    const source = text.trim().split(/\*+/).map(escapePattern).join('.*');
    return new RegExp(`^${source}$`, 's');
}
function isAllowed({ dashboard, panel }, allowed) {
    return allowed.some((one) => one.panel.test(panel) && one.dashboard.test(dashboard));
}
/** Entries that mean no panel, in sentences: a typing error must not turn into a red run later. */
function allowedProblems(allowed, panels) {
    return allowed
        .filter((one) => !panels.some((panel) => isAllowed(panel, [one])))
        .map(({ written }) => `Input "allow-empty-panels" names "${written}"; no dashboard has such a panel.`);
}
//# sourceMappingURL=allowed-panels.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/checks/metrics/expected-metric.js
/** One for each name. What a catalogue knows outweighs what a query asks for. */
function mergeExpected(all) {
    const merged = new Map();
    const known = new Map();
    for (const one of all) {
        if (one.isAlwaysThere !== undefined && !known.has(one.name))
            known.set(one.name, one.isAlwaysThere);
        const entry = merged.get(one.name) ?? { first: one, usedBy: new Set() };
        for (const user of one.usedBy)
            entry.usedBy.add(user);
        merged.set(one.name, entry);
    }
    return [...merged.values()].map(({ first, usedBy }) => ({
        ...first,
        isAlwaysThere: first.isAlwaysThere ?? known.get(first.name) ?? known.get(familyOf(first.name)),
        usedBy: [...usedBy],
    }));
}
/** Of a series of a histogram or summary; every other name is its own. */
function familyOf(series) {
    return series.replace(/_(bucket|sum|count)$/, '');
}
/** Names under which a scrape may announce the series with its TYPE line. */
function familiesOf(series) {
    const family = series.replace(/_(bucket|sum|count|total)$/, '');
    return family === series ? [series] : [series, family];
}
//# sourceMappingURL=expected-metric.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/checks/metrics/identity.js
/** How reports and scripts know the check, and whose part of the chain it is. */
const metrics_identity_base = { name: 'metrics', blame: 'app' };
//# sourceMappingURL=identity.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/checks/metrics/judge-metrics.js

const judge_metrics_mostNamed = 5;
/** Is each expected name in the last scrapes? */
function judgeMetrics(expected, evidence) {
    const rows = expected.flatMap((metric) => (metric.jobs ?? [undefined]).map((job) => judgeMetric(metric, job, evidence)));
    const missing = rows.filter(({ state }) => state === 'missing');
    if (missing.length === 0)
        return { check: { ...metrics_identity_base, verdict: 'pass', evidence: freshWords(rows), hint: '' }, rows };
    const blame = missing.find((row) => row.blame === 'app')?.blame ?? missing[0]?.blame ?? 'app';
    const more = missing.length > judge_metrics_mostNamed ? `; and ${missing.length - judge_metrics_mostNamed} more` : '';
    const words = `${missing.slice(0, judge_metrics_mostNamed).map(missingWords).join('; ')}${more}`;
    return { check: { ...metrics_identity_base, blame, verdict: 'fail', evidence: words, hint: judge_metrics_hints[blame] }, rows };
}
/** What has no fresh series in that place; why, has to be asked. */
function isFresh(metric, job, evidence) {
    const floorMs = evidence.floorMs(job);
    return metric.series.some((name) => {
        const jobs = evidence.newest.get(name);
        const times = job === undefined ? [...(jobs?.values() ?? [])] : [jobs?.get(job) ?? 0];
        return times.some((newestMs) => newestMs >= floorMs);
    });
}
function judgeMetric(metric, job, evidence) {
    const { name, usedBy } = metric;
    const row = { metric: name, job, usedBy };
    if (isFresh(metric, job, evidence))
        return { ...row, state: 'fresh', blame: metric.blame };
    const facts = evidence.absence(metric, job);
    const state = mayWait(metric, facts) ? 'waiting' : 'missing';
    return { ...row, state, blame: facts.wasThere ? 'app' : metric.blame };
}
/** A series with labels appears at its first use, unless all its label values are known. */
function mayWait({ isAlwaysThere }, { isAnnounced, wasUnlabelled }) {
    if (isAlwaysThere !== undefined)
        return !isAlwaysThere;
    return isAnnounced && !wasUnlabelled;
}
function freshWords(rows) {
    const namesOf = (state) => new Set(rows.filter((row) => row.state === state).map(({ metric }) => metric));
    const waiting = namesOf('waiting').size;
    const fresh = `${namesOf('fresh').size} metrics are in the last scrapes`;
    return waiting === 0 ? fresh : `${fresh}; ${waiting} wait for traffic${namesAlso(rows)}`;
}
/** Another job may have had its first use already. */
function namesAlso(rows) {
    const fresh = new Set(rows.filter(({ state }) => state === 'fresh').map(({ metric }) => metric));
    return rows.some(({ state, metric }) => state === 'waiting' && fresh.has(metric)) ? ' in some job' : '';
}
function missingWords({ metric, job, usedBy }) {
    const where = job === undefined ? 'no service exposes it' : `${job} does not expose it`;
    const [first, ...others] = usedBy;
    const users = first === undefined ? '' : ` (used by ${first}${others.length === 0 ? '' : ` and ${others.length} more`})`;
    return `${metric}: ${where} now${users}`;
}
const judge_metrics_hints = {
    app: 'The release does not register the metric any more, or under another name: compare its /metrics with the catalogue.',
    dashboards: 'Correct the name in the dashboard, or allow the panel to be empty (allow-empty-panels).',
    monitoring: 'Correct the name in the rule: an alert over a metric that does not exist never fires.',
    remote: '',
    network: '',
};
//# sourceMappingURL=judge-metrics.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/checks/metrics/judge-expected.js



/** What is to be known about one absence costs some requests, so only the first are looked into. */
const mostExplained = 100;
const unexplained = { isAnnounced: false, wasThere: false, wasUnlabelled: false };
/** Asks for all metrics at once, and then why those are absent that are. */
async function judgeExpected(expected, context) {
    const names = [...new Set(expected.flatMap(({ series }) => series))];
    const newest = await askNewest(names, context.api);
    if (newest.kind === 'unknown')
        return { kind: 'unasked', failure: newest.failure };
    const known = {
        newest: byPool(newest.samples, context),
        floorMs: (job) => floorOf(context, job),
    };
    const absent = expected.flatMap((metric) => (metric.jobs ?? [undefined]).flatMap((job) => (isFresh(metric, job, known) ? [] : [{ metric, job }])));
    const facts = new Map();
    // What a catalogue says may be absent needs no explanation.
    const unclear = absent.filter(({ metric }) => metric.isAlwaysThere !== false);
    for (const { metric, job } of unclear.slice(0, mostExplained)) {
        facts.set(judge_expected_keyOf(metric, job), await absenceOf(metric, job, context));
    }
    const absence = (metric, job) => facts.get(judge_expected_keyOf(metric, job)) ?? unexplained;
    return { kind: 'judged', verdict: judgeMetrics(expected, { ...known, absence }) };
}
function judge_expected_keyOf({ name }, job) {
    return JSON.stringify([name, job]);
}
/** Series carry the label `job`; people speak of the job in the configuration. */
function byPool(samples, context) {
    const pools = context.plan.jobs.map(({ name }) => [jobLabelOf(context, name), name]);
    const renamed = new Map(pools);
    return new Map([...samples].map(([name, jobs]) => [name, new Map([...jobs].map(([job, ms]) => [renamed.get(job) ?? job, ms]))]));
}
async function absenceOf(metric, job, context) {
    const label = job === undefined ? undefined : jobLabelOf(context, job);
    const before = await seriesBefore(metric, label, context);
    const own = before.map((labels) => ownLabels(labels, context));
    return {
        isAnnounced: await isAnnounced(metric, label, context),
        wasThere: before.length > 0,
        wasUnlabelled: own.some((labels) => labels.length === 0),
    };
}
async function isAnnounced({ series }, job, { api }) {
    const families = [...new Set(series.flatMap(familiesOf))];
    const answers = await Promise.all(families.map((family) => api.announces(family, job)));
    return answers.some((answer) => answer.kind === 'ok' && answer.value);
}
/** As many as are needed to know their labels. */
const someSeries = 20;
async function seriesBefore({ series }, job, { api, plan, server }) {
    if (plan.sinceMs === 0)
        return [];
    const matcher = job === undefined ? '' : `,job=${JSON.stringify(job)}`;
    const selectors = series.map((name) => `{__name__=${JSON.stringify(name)}${matcher}}`);
    const atMs = plan.sinceMs + (server.clockSkewMs ?? 0) - 1;
    const answer = await api.query(`topk(${someSeries}, ${selectors.join(' or ')})`, atMs);
    if (answer.kind !== 'ok' || answer.value.type !== 'series')
        return [];
    return answer.value.series.map(({ labels }) => labels);
}
/** Those that the service gave itself: not from the target, and not a bucket of a histogram. */
function ownLabels(labels, { activeTargets }) {
    const target = activeTargets.find((one) => one.labels['job'] === labels['job'])?.labels ?? {};
    const given = new Set(['__name__', 'le', 'quantile', 'job', 'instance', ...Object.keys(target)]);
    return Object.keys(labels).filter((name) => !given.has(name));
}
//# sourceMappingURL=judge-expected.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/checks/metrics/metrics.js










/** A service may register its metrics a little after it first answers. */
const metrics_graceMs = 5_000;
const metrics = checkModule({
    ...metrics_identity_base,
    inputs: { ...metricsInput, ...rulesInput, ...allowEmptyPanelsInput },
    prepare: async (own, setup) => {
        const { repository, plan } = setup;
        const allowed = parseAllowed(own.allowEmptyPanels);
        const panels = planPanels(repository.dashboards, plan.scrapeIntervalMs).filter((panel) => !isAllowed(panel, allowed));
        const { groups } = await readRules(own.rules, setup);
        const wanted = await readMetrics(own.metrics, setup);
        const expected = mergeExpected([...wanted, ...(await metricsOfPanels(panels)), ...(await metricsOfRules(groups))]);
        if (expected.length === 0)
            return { skipped: 'no dashboard, rule or catalogue names a metric' };
        const patienceMs = plan.scrapeIntervalMs + metrics_graceMs;
        const ask = async (context) => {
            const isPending = (context.provedForMs ?? 0) < patienceMs;
            const judged = await judgeExpected(expected, context);
            if (judged.kind === 'unasked')
                return unaskedResult(metrics_identity_base, judged.failure);
            const { check, rows } = judged.verdict;
            return { checks: [check], isPending, report: tell(rows) };
        };
        return {
            when: 'proved',
            needsQueries: true,
            extraMs: patienceMs,
            steps: [`Would want ${expected.length} metrics in the last scrapes.`],
            start: () => ask,
        };
    },
});
const mostTold = 10;
function tell(rows) {
    const waiting = [...new Set(rows.filter(({ state }) => state === 'waiting').map(({ metric }) => metric))];
    const more = waiting.length > mostTold ? ` and ${waiting.length - mostTold} more` : '';
    return {
        lines: waiting.length === 0 ? [] : [`Metrics that wait for traffic: ${waiting.slice(0, mostTold).join(', ')}${more}`],
        json: { metrics: rows.map(({ metric, job, state, usedBy }) => ({ metric, job: job ?? null, state, usedBy })) },
    };
}
//# sourceMappingURL=metrics.js.map
;// CONCATENATED MODULE: ./packages/grafana/lib/import/environment.js



/** Grafana's limit: pkg/util/shortid_generator.go. */
const environment_uidMaxLength = 40;
const environment_hashLength = 8;
/**
 * The same dashboards beside those of another environment: with a uid and a title of their own, links that lead to each
 * other, and the variable "environment", where they have it, at this one.
 */
function placeInEnvironment(wanted, place) {
    const { environment } = place;
    const uids = new Map(wanted.map(({ uid }) => [uid, environmentUid(uid, environment)]));
    return wanted.map((one) => {
        const uid = environmentUid(one.uid, environment);
        const title = environmentTitle(one.title, environment);
        const linked = withEnvironment(withLinks(one.json, { uids, ...place }), environment);
        const libraryPanels = (one.libraryPanels ?? []).map((panel) => libraryPanelIn(panel, environment));
        const json = { ...withLibraryPanels(linked, one.libraryPanels ?? [], environment), uid, title };
        const library = one.libraryPanels === undefined ? {} : { libraryPanels };
        return { ...one, uid, title, json, hash: contentHash(json), ...library };
    });
}
/** One that comes with a file shows the data source of its environment, so each environment has its own. */
function libraryPanelIn(panel, environment) {
    if (panel.model === undefined)
        return panel;
    return {
        ...panel,
        uid: environmentUid(panel.uid, environment),
        name: environmentTitle(panel.name, environment),
    };
}
function withLibraryPanels(json, panels, environment) {
    const references = new Map(panels.flatMap((panel) => panel.model === undefined ? [] : [[panel.uid, libraryPanelIn(panel, environment)]]));
    return references.size === 0 ? json : withReferences(json, references);
}
function withReferences(holder, references) {
    if (!Array.isArray(holder['panels']))
        return holder;
    const panels = holder['panels'].map((panel) => {
        if (!isObject(panel))
            return panel;
        const reference = objectIn(panel, 'libraryPanel');
        const meant = references.get(textIn(reference, 'uid') ?? '');
        const inside = withReferences(panel, references);
        return meant === undefined
            ? inside
            : { ...inside, libraryPanel: { ...reference, uid: meant.uid, name: meant.name } };
    });
    return { ...holder, panels };
}
/** A dashboard's file as it is opened in an environment: under its uid there, with its variable "environment". */
function openedInEnvironment(document, environment) {
    const json = withEnvironment(document.json, environment);
    return { ...document, uid: environmentUid(document.uid, environment), json };
}
function environmentTitle(title, environment) {
    return `${title} (${environment})`;
}
/**
 * `shop-staging`. Where it would be too long, or the name has letters that a uid must not have or that a database takes
 * for equal, a hash tells it from every other one.
 */
function environmentUid(uid, environment) {
    const plain = `${uid}-${environment}`;
    if (plain.length <= environment_uidMaxLength && /^[a-z0-9_-]+$/.test(environment))
        return plain;
    const hash = (0,external_node_crypto_.createHash)('sha256').update(`${uid}\n${environment}`).digest('hex').slice(0, environment_hashLength);
    const name = environment.toLowerCase().replace(/[^a-z0-9_-]+/g, '-');
    const readable = `${uid.slice(0, 20)}-${name}`.slice(0, environment_uidMaxLength - environment_hashLength - 1);
    return `${readable.replace(/-+$/, '')}-${hash}`;
}
/** The dashboard with links to other dashboards changed: `/d/<uid>`, with and without this server in front. */
function withLinks(json, change) {
    const changed = mapStrings(json, (text) => relinked(text, change));
    return isObject(changed) ? changed : json;
}
const environment_link = /(?<origin>https?:\/\/[^\s"'<>()]*?)?(?<path>\/d(?:-solo)?\/)(?<uid>[\w-]+)/g;
/** One text with its links changed. */
function relinked(text, { uids, grafanaUrl }) {
    return text.replace(environment_link, (whole, origin, path, uid) => {
        const isElsewhere = origin !== undefined && origin !== grafanaUrl;
        const changed = uids.get(uid);
        return isElsewhere || changed === undefined ? whole : `${origin ?? ''}${path}${changed}`;
    });
}
/** The name that the variable of a dashboard has when it is to follow the environment. */
const variableName = 'environment';
/** Kinds of variables whose value stands in the query as well. */
const withOwnValue = new Set(['constant', 'textbox']);
function withEnvironment(json, environment) {
    const templating = json_objectIn(json, 'templating');
    if (templating === undefined)
        return json;
    const list = listIn(templating, 'list').map((variable) => json_isObject(variable) && json_textIn(variable, 'name') === variableName ? pointedAt(variable, environment) : variable);
    return { ...json, templating: { ...templating, list } };
}
function pointedAt(variable, environment) {
    const isList = variable['multi'] === true;
    const value = isList ? [environment] : environment;
    const own = withOwnValue.has(json_textIn(variable, 'type') ?? '') ? { query: environment } : {};
    return { ...variable, ...own, current: { selected: true, text: value, value } };
}
//# sourceMappingURL=environment.js.map
;// CONCATENATED MODULE: ./packages/kit/lib/environment-place.js
/** The environment that dashboards and their records are marked with; production, however it is written, needs no mark. */
function markedEnvironment(environment) {
    return environment.toLowerCase() === 'production' ? undefined : environment;
}
//# sourceMappingURL=environment-place.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/checks/panels/identity.js
/** How reports and scripts know the check, and whose part of the chain it is. */
const panels_identity_base = { name: 'panels', blame: 'dashboards' };
//# sourceMappingURL=identity.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/checks/panels/panel-results.js


/** What the panels show, worst first. */
function panelsCheck(results) {
    const worst = verdicts.find(({ kind }) => results.some(({ state }) => state.kind === kind));
    if (worst === undefined)
        return { ...panels_identity_base, verdict: 'pass', evidence: panelCounts(results), hint: '' };
    const { kind, ...words } = worst;
    return { ...panels_identity_base, ...words, evidence: listed(results.filter(({ state }) => state.kind === kind).map(panelWords)) };
}
const verdicts = [
    {
        kind: 'error',
        verdict: 'fail',
        hint: 'Correct the query in the dashboard; Prometheus says what is wrong with it.',
    },
    {
        kind: 'missing',
        verdict: 'fail',
        hint: 'Correct the name in the dashboard or in the service; a panel that may be empty goes into allow-empty-panels.',
    },
    {
        kind: 'behind',
        verdict: 'fail',
        blame: 'remote',
        hint: 'Look at the data source in Grafana: its address, and whether what Prometheus sends arrives there (the check remote-write).',
    },
    { kind: 'unasked', verdict: 'inconclusive', blame: 'monitoring', hint: 'Run again when queries are answered.' },
];
function panelWords({ panel, state }) {
    return `${panel.dashboard}, "${panel.panel}" ${panel.refId}: ${'detail' in state ? state.detail : state.kind}`;
}
const stateWords = [
    ['data', 'show data'],
    ['zero', 'show 0'],
    ['nan', 'show NaN'],
    ['empty', 'are empty'],
    ['waiting', 'wait for traffic'],
    ['allowed', 'may be empty and are'],
    ['missing', 'ask for what does not exist'],
    ['behind', 'show less than Prometheus has'],
    ['error', 'fail'],
    ['unasked', 'could not be asked'],
];
function panelCounts(results) {
    const counts = stateWords.map(([kind, words]) => [results.filter(({ state }) => state.kind === kind).length, words]);
    const shownOnes = counts.filter(([count]) => count > 0).map(([count, words]) => `${count} ${words}`);
    return `${results.length} queries: ${shownOnes.join(', ')}`;
}
//# sourceMappingURL=panel-results.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/checks/panels/panel-watch.js






/** At once; a small Prometheus evaluates twenty by default. */
const concurrency = 4;
/** Another look may show more of these. */
const isOpen = new Set(['missing', 'behind', 'unasked', 'empty', 'nan']);
/** Asks what is not known yet; `known` is what an earlier look found out. */
async function lookAtPanels(watch, context, { known: before, queries }) {
    const isKnown = (panel) => before.find((one) => one.panel === panel && !isOpen.has(one.state.kind));
    const fresh = await inBatches(watch.planned, async (panel) => {
        return isKnown(panel) ?? { panel, state: await askPanel(panel, context.api, queries) };
    });
    // Before the targets are proved an empty panel says nothing.
    if (context.provedForMs === undefined)
        return fresh;
    const { judgeEmptyPanel } = await loadPromql();
    const known = await seriesKnown(watch, fresh, context);
    return fresh.map(({ panel, state }) => {
        const explained = judgeEmptyPanel(state, panel.expr, known);
        const isFine = explained.kind === 'missing' && isAllowed(panel, watch.allowed);
        return { panel, state: isFine ? { kind: 'allowed' } : explained };
    });
}
/** Where Grafana shows nothing, Prometheus is asked: what it has must get there. */
async function askPanel(panel, api, queries) {
    if (queries === undefined)
        return askTwice(panel, api);
    const state = await queries.ask(panel);
    if (state.kind !== 'empty' && state.kind !== 'nan')
        return state;
    const local = judgePanel(await api.query(panel.expr));
    if (local.kind !== 'data' && local.kind !== 'zero')
        return state;
    return { kind: 'behind', detail: 'Prometheus has data for it, Grafana shows none' };
}
async function askTwice({ expr }, api) {
    const state = judgePanel(await api.query(expr));
    return state.kind === 'unasked' && !state.isFinal ? judgePanel(await api.query(expr)) : state;
}
/** About the series behind the panels that show nothing. */
async function seriesKnown(watch, results, context) {
    const { labelQuery, labelsOfQuery } = await loadPromql();
    const emptyOnes = results.filter(({ state }) => state.kind === 'empty' || state.kind === 'nan');
    const panels = emptyOnes.map(({ panel }) => panel);
    const states = panels.length === 0 ? new Map() : await metricStates(watch, panels, context);
    const stateOf = (name) => states.get(name) ?? 'fresh';
    const needed = new Map(panels.flatMap(({ expr }) => labelsOfQuery(expr)).map((one) => [labelQuery(one), one]));
    const asked = [...needed].filter(([, { metric }]) => stateOf(metric) === 'fresh').map(([query]) => query);
    const answers = await inBatches(asked, async (query) => [query, await context.api.query(query)]);
    const absent = new Set(answers.filter(([, answer]) => isEmpty(answer)).map(([query]) => query));
    return { stateOf, hasLabel: (one) => !absent.has(labelQuery(one)) };
}
function isEmpty(answer) {
    return answer.kind === 'ok' && answer.value.type === 'series' && answer.value.series.length === 0;
}
async function metricStates({ catalogued }, panels, context) {
    const { metricsOfQuery } = await loadPromql();
    const names = new Set(panels.flatMap(({ expr }) => metricsOfQuery(expr)));
    const asked = mergeExpected([...catalogued, ...(await metricsOfPanels(panels))]);
    // Anywhere will do: which job must have it is asked by the check of the metrics.
    const expected = asked.filter(({ name }) => names.has(name)).map((one) => ({ ...one, jobs: undefined }));
    const judged = await judgeExpected(expected, context);
    if (judged.kind === 'unasked')
        return new Map();
    return new Map(judged.verdict.rows.map(({ metric, state }) => [metric, state]));
}
async function inBatches(items, ask) {
    const results = [];
    for (let start = 0; start < items.length; start += concurrency) {
        results.push(...(await Promise.all(items.slice(start, start + concurrency).map(ask))));
    }
    return results;
}
//# sourceMappingURL=panel-watch.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/checks/panels/report.js



/** More rows help nobody to read; the JSON report has them all. */
const mostRows = 200;
const panels_report_marks = {
    data: '✅',
    zero: '✅ 0',
    nan: '⚠️ NaN',
    empty: '⚠️ empty',
    waiting: '⏳',
    allowed: '✅ empty',
    missing: '❌',
    behind: '❌',
    error: '❌',
    unasked: '❔',
};
/** Those that are wrong come first: tables may be cut at their end. */
const order = ['error', 'missing', 'behind', 'unasked'];
function reportPanels({ results, check, grafanaUrl }) {
    return {
        summary: panelsTable(results, grafanaUrl),
        lines: hollowDashboards(results).map(({ title, names }) => `Panels of ${title} without data: ${names}`),
        annotations: [...(check.verdict === 'pass' ? [] : errorAnnotations(results, check)), ...warnings(results)],
        json: { panels: results.map(panelJson) },
    };
}
function panelJson({ panel, state }) {
    const { file, dashboard, panel: title, refId, expr } = panel;
    const detail = 'detail' in state ? state.detail : '';
    return { file, dashboard, panel: title, refId, query: expr, state: state.kind, detail };
}
function panelsTable(results, grafanaUrl) {
    const sorted = [...results].sort((one, other) => rank(one) - rank(other));
    const rows = sorted.map(({ panel, state }) => [
        (0,markdown/* escapeCell */.kq)(panel.dashboard),
        linked(panel.panel, addressOf(panel, grafanaUrl)),
        (0,markdown/* escapeCell */.kq)(panel.refId),
        `${panels_report_marks[state.kind]}${'detail' in state ? ` ${(0,markdown/* escapeCell */.kq)(state.detail)}` : ''}`,
    ]);
    const table = (0,markdown/* markdownTable */.Qj)(['Dashboard', 'Panel', 'Query', 'Shows'], rows.slice(0, mostRows));
    return `<details><summary>${(0,markdown/* escapeCell */.kq)(panelCounts(results))}</summary>\n\n${table}\n\n</details>`;
}
function rank({ state }) {
    const at = order.indexOf(state.kind);
    return at < 0 ? order.length : at;
}
function addressOf({ dashboardUid, panelId }, grafanaUrl) {
    if (grafanaUrl === undefined || dashboardUid === undefined)
        return undefined;
    const panel = panelId === undefined ? '' : `?viewPanel=${panelId}`;
    return `${grafanaUrl}/d/${encodeURIComponent(dashboardUid)}${panel}`;
}
function linked(text, url) {
    return url === undefined ? (0,markdown/* escapeCell */.kq)(text) : (0,markdown/* markdownLink */.iQ)(text, url);
}
function errorAnnotations(results, check) {
    const title = check.verdict === 'fail' ? 'VERIFY_FAILED' : 'VERIFY_INCONCLUSIVE';
    const message = `${check.name}: ${check.evidence}\nNext: ${check.hint}`;
    const wrong = results.find(({ state }) => order.includes(state.kind));
    const place = wrong === undefined ? {} : { place: { file: wrong.panel.file } };
    return [{ level: 'error', title, message, check: check.name, ...place }];
}
/** One for each dashboard: a service without traffic leaves many panels empty at once. */
function warnings(results) {
    return hollowDashboards(results).map(({ file, own, names }) => {
        const message = `${panelCounts(own)}. Without data: ${names}.`;
        return { level: 'warning', title: 'Panels without data', message, check: panels_identity_base.name, place: { file } };
    });
}
function hollowDashboards(results) {
    const files = [...new Set(emptyOnes(results).map(({ panel }) => panel.file))];
    return files.map((file) => {
        const own = results.filter(({ panel }) => panel.file === file);
        const names = emptyOnes(own).map(({ panel, state }) => `"${panel.panel}" ${panel.refId} (${report_shown(state)})`);
        return { file, title: own[0]?.panel.dashboard ?? file, own, names: names.join(', ') };
    });
}
function emptyOnes(results) {
    return results.filter(({ state }) => ['empty', 'nan', 'waiting'].includes(state.kind));
}
function report_shown(state) {
    if (state.kind === 'waiting')
        return state.detail;
    return state.kind === 'nan' ? 'NaN' : 'nothing';
}
//# sourceMappingURL=report.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/checks/panels/warm-up.js

const warmUpInput = {
    'warm-up': list({
        help: 'Addresses that get a few GET requests before the panels are tried, so that a service without visitors has something to show.',
    }),
};
/** Enough for a rate, and for a percentile to mean something. */
const requests = 5;
const requestTimeoutMs = 10_000;
/** A scrape takes its time after the interval. */
const warm_up_graceMs = 2_000;
/** Not every address is one that may be asked. */
function warmUpProblems(urls) {
    return (urls ?? [])
        .filter((url) => !/^https?:\/\//.test(url) || !URL.canParse(url))
        .map((url) => `Input "warm-up" names "${url}"; it must be an address such as https://host/path.`);
}
/** Sends the requests once the targets are proved: a rate needs a scrape before and one after. */
class WarmUp {
    urls;
    #doneMs;
    #lines = [];
    constructor(urls) {
        this.urls = urls;
    }
    /** What came of it, in words. */
    get lines() {
        return this.#lines;
    }
    /** How long to wait for a scrape that has seen them; 0 when there is nothing to wait for. */
    async leftMs({ tools, plan, nowMs }) {
        if (this.urls.length === 0)
            return 0;
        if (this.#doneMs === undefined) {
            this.#lines = await Promise.all(this.urls.map((url) => warm(url, tools)));
            this.#doneMs = tools.clock.now();
        }
        return Math.max(0, this.#doneMs + plan.scrapeIntervalMs + warm_up_graceMs - nowMs);
    }
}
async function warm(url, { http, clock }) {
    const started = clock.now();
    let last = '';
    for (let count = 0; count < requests; count++) {
        const answer = await http.send({ url, timeoutMs: requestTimeoutMs });
        last = answer.kind === 'response' ? `${answer.status}` : answer.detail;
    }
    return `Warm-up: ${requests} × GET ${url} in ${duration_formatDuration(clock.now() - started)}, last answer ${last}`;
}
//# sourceMappingURL=warm-up.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/checks/panels/panels.js














/** What a remote store takes to show what it was sent. */
const remoteLagMs = 90_000;
/** A metric may appear with the scrape after the first. */
const panels_graceMs = 5_000;
const panels_inputs = { ...grafanaInputs, ...allowEmptyPanelsInput, ...metricsInput, ...warmUpInput };
const panels = checkModule({
    ...panels_identity_base,
    inputs: panels_inputs,
    problems: ({ warmUp }) => warmUpProblems(warmUp),
    prepare: async (own, setup) => {
        const { repository, plan, inputs: all } = setup;
        const planned = planPanels(openedIn(all.environment, repository.dashboards), plan.scrapeIntervalMs);
        if (planned.length === 0)
            return { skipped: 'no dashboard with panels was found' };
        const allowed = parseAllowed(own.allowEmptyPanels);
        const problems = allowedProblems(allowed, planned);
        if (problems.length > 0)
            throw invalidInputs(problems);
        const watch = { planned, allowed, catalogued: await readMetrics(own.metrics, setup) };
        const grafana = grafanaGiven(own, setup);
        const patienceMs = grafana === undefined ? plan.scrapeIntervalMs + panels_graceMs : remoteLagMs;
        const warmMs = own.warmUp === undefined ? 0 : 2 * plan.scrapeIntervalMs;
        return {
            when: 'end',
            needsQueries: grafana === undefined,
            extraMs: patienceMs + warmMs,
            steps: [`Would run the queries of ${planned.length} panels${grafana === undefined ? '' : ' through Grafana'}.`],
            start: (context) => watchPanels(watch, { grafana, patienceMs, warmUp: new WarmUp(own.warmUp ?? []) }, context),
        };
    },
});
/** As the import puts them there: in production as they are. */
function openedIn(environment, documents) {
    const mark = markedEnvironment(environment);
    return mark === undefined ? documents : documents.map((one) => openedInEnvironment(one, mark));
}
/** Grafana is asked with the first look already: it may have to be woken, and does so while the targets are proved. */
async function watchPanels(watch, way, { tools }) {
    const { grafana, patienceMs, warmUp } = way;
    const open = async () => (grafana === undefined ? undefined : await openGrafana(grafana, panels_identity_base, tools));
    let known = [];
    let queries = await open();
    return async (context) => {
        const leftMs = context.provedForMs === undefined ? 0 : await warmUp.leftMs(context);
        if (leftMs > 0)
            return waiting(leftMs);
        if (queries?.kind !== 'open')
            queries = await open();
        if (queries?.kind === 'closed')
            return { checks: [queries.check], isPending: queries.isPending };
        known = await lookAtPanels(watch, context, { known, queries });
        return panels_result(known, { grafana, warmUp, isPending: panels_isWorthWaiting(known) && isPatient(context, patienceMs) });
    };
}
function waiting(leftMs) {
    const evidence = `waiting ${Math.ceil(leftMs / 1_000)} s for a scrape after the warm-up`;
    return { checks: [{ ...panels_identity_base, verdict: 'inconclusive', evidence, hint: 'Raise input "timeout".' }], isPending: true };
}
function panels_result(results, { grafana, warmUp, isPending }) {
    const check = panelsCheck(results);
    const report = reportPanels({ results, check, grafanaUrl: grafana?.url });
    return { checks: [check], isPending, report: { ...report, lines: [...warmUp.lines, ...(report.lines ?? [])] } };
}
/** A wrong query stays wrong. */
function panels_isWorthWaiting(results) {
    return !results.some(({ state }) => state.kind === 'error' || (state.kind === 'unasked' && state.isFinal));
}
function isPatient({ provedForMs }, patienceMs) {
    return provedForMs !== undefined && provedForMs < patienceMs;
}
//# sourceMappingURL=panels.js.map
;// CONCATENATED MODULE: ./packages/kit/lib/dockerfile.js

/** What the last stage of a Dockerfile takes from the build context. Earlier stages count too: they may hand it on. */
function copiesOf(dockerfile) {
    const copies = [];
    let workdir = '/';
    for (const { keyword, rest } of instructionsOf(dockerfile)) {
        if (keyword === 'FROM')
            workdir = '/';
        if (keyword === 'WORKDIR')
            workdir = posix.resolve(workdir, rest);
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
    return { sources, target: `${posix.resolve(workdir, target)}${isFolder ? '/' : ''}` };
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
;// CONCATENATED MODULE: ./packages/verify/lib/times.js
/** Milliseconds since the epoch, NaN for what is neither Unix seconds nor RFC 3339. */
function parseTime(time) {
    if (/^\d{9,11}(\.\d+)?$/.test(time))
        return Number(time) * 1_000;
    return /^\d{4}-\d\d-\d\dT/.test(time) ? Date.parse(time) : Number.NaN;
}
//# sourceMappingURL=times.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/checks/prometheus/identity.js
/** How reports and scripts know the check, and whose part of the chain it is. */
const prometheus_identity_base = { name: 'prometheus', blame: 'monitoring' };
//# sourceMappingURL=identity.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/checks/prometheus/version-wish.js
/** `any`, or a version with as many of its numbers as matter: 3.13 stands for every patch of it. */
const versionWishPattern = /^(any|v?\d+(\.\d+){0,2}|v?\d+\.\d+\.\d+-(alpha|beta|rc)\.\d+)$/;
/** Is the version that a server names the one that is wanted? What a distribution adds to a version does not count. */
function fulfilsVersion(seen, wish) {
    if (wish === 'any')
        return true;
    const [version = ''] = version_wish_bare(seen).split('+');
    const wanted = version_wish_bare(wish);
    if (version === wanted)
        return true;
    // A release candidate is none of the releases that 3.14 stands for.
    return !version.includes('-') && numbersOf(wanted) < fullVersion && version.startsWith(`${wanted}.`);
}
const fullVersion = 3;
function numbersOf(version) {
    return version.split('.').length;
}
function version_wish_bare(version) {
    return version.trim().replace(/^v/, '');
}
//# sourceMappingURL=version-wish.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/checks/prometheus/judge-server.js




/** More than this between two clocks is worth a word; it is corrected anyway. */
const toldSkewMs = 2_000;
/** Both clocks are read over a network. */
const startToleranceMs = 2_000;
/** The process first: another version than the pinned one is no news of a process that is about to be replaced. */
function judgeServer(evidence, wanted) {
    const process = judgeProcess(evidence, wanted);
    const judged = process.verdict === 'fail' ? process : judgeVersion(evidence, wanted.version, process);
    const isFinal = process.verdict === 'pass' && judged.verdict === 'fail';
    return {
        checks: [{ ...prometheus_identity_base, ...judged }],
        isPending: !isFinal,
        report: {
            json: { version: versionReport(evidence, wanted.version) },
            annotations: isFinal ? wrongVersion(judged, wanted.version) : [],
        },
    };
}
function judgeProcess({ server, runtime, build }, { sinceMs }) {
    const skewMs = server.clockSkewMs ?? 0;
    const skew = Math.abs(skewMs) < toldSkewMs ? '' : `; its clock is ${skewWords(skewMs)} this one, corrected`;
    const version = build.kind === 'ok' ? build.value.version : (server.version ?? '');
    const words = `Prometheus ${version} is ready at ${server.address}`;
    if (runtime.kind !== 'ok') {
        // Other engines that speak its language do not have this page.
        const isNeeded = sinceMs !== undefined || runtime.kind !== 'not-found';
        const evidence = `${words}${skew}; its start is not known: ${describeFailure(runtime)}`;
        return { verdict: isNeeded ? 'inconclusive' : 'pass', evidence, hint: isNeeded ? 'Run again.' : '' };
    }
    const { startTimeMs, reloadConfigSuccess } = runtime.value;
    const evidence = `${words}, started ${startTimeMs === undefined ? 'at an unknown time' : iso(startTimeMs)}${skew}`;
    if (!reloadConfigSuccess) {
        const hint = 'The last change of its configuration was refused, and it runs with the one before: look at its log.';
        return { verdict: 'fail', evidence: `${evidence}, but it could not load its configuration`, hint };
    }
    if (sinceMs !== undefined && (startTimeMs ?? 0) < sinceMs + skewMs - startToleranceMs) {
        const hint = 'The process from before the deploy still answers: look at "fly status" and "fly logs" of the monitoring app.';
        return { verdict: 'fail', evidence: `${evidence}, before its deploy began at ${iso(sinceMs)}`, hint };
    }
    return { verdict: 'pass', evidence, hint: '' };
}
function judgeVersion({ build }, wanted, process) {
    const { evidence } = process;
    if (wanted.kind === 'any')
        return { ...process, evidence: `${evidence}; ${wanted.reason}` };
    const wish = `${wanted.source} ${wanted.version}`;
    if (build.kind !== 'ok') {
        const unknown = `${evidence}; ${wish}, and its version is not known: ${describeFailure(build)}`;
        return { verdict: 'inconclusive', evidence: unknown, hint: 'Run again.' };
    }
    if (fulfilsVersion(build.value.version, wanted.version))
        return { ...process, evidence: `${evidence}, as ${wish}` };
    return { verdict: 'fail', evidence: `${evidence}, but ${wish}`, hint: versionHint(wanted.file) };
}
function versionHint(file) {
    const change = file === undefined ? 'correct prometheus-version' : `change the version in ${file}`;
    return `The image that runs is not the pinned one: deploy the monitoring app again, or ${change}. Where others upgrade the server, set prometheus-version to any.`;
}
/** Beside the line that pins it, where a file does. */
function wrongVersion({ evidence, hint }, wanted) {
    if (wanted.kind === 'any' || wanted.file === undefined)
        return [];
    const message = `${prometheus_identity_base.name}: ${evidence}\nNext: ${hint}`;
    return [{ level: 'error', title: 'VERIFY_FAILED', message, check: prometheus_identity_base.name, place: { file: wanted.file } }];
}
function versionReport({ build }, wanted) {
    const seen = build.kind === 'ok' ? build.value.version : null;
    return { seen, wanted: wanted.kind === 'one' ? wanted.version : null };
}
function skewWords(ms) {
    return `${duration_formatDuration(Math.abs(ms))} ${ms > 0 ? 'ahead of' : 'behind'}`;
}
function iso(ms) {
    return new Date(ms).toISOString();
}
//# sourceMappingURL=judge-server.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/checks/prometheus/prometheus.js








const usualDockerfile = 'Dockerfile.monitoring';
/** Is it the right server: ready, the version that is pinned, and the process that was just deployed? */
const prometheus = checkModule({
    ...prometheus_identity_base,
    inputs: {
        'monitoring-since': input_kinds_text({
            help: 'When the deploy of Prometheus began, if it was deployed: its process must have started after it. RFC 3339 or Unix seconds.',
        }),
        'prometheus-version': input_kinds_text({
            help: 'Version of Prometheus that must answer: 3.13.2, or 3.13 for any of its patches, or any for a server that others upgrade. Empty: the one that the Dockerfile of the monitoring app is built from.',
            pattern: versionWishPattern,
            expects: 'a version such as 3.13.2 or 3.13, or any',
        }),
        'monitoring-dockerfile': input_kinds_text({
            help: 'Dockerfile of the monitoring app, which pins the version of Prometheus.',
            default: usualDockerfile,
        }),
    },
    problems: ({ monitoringSince }) => monitoringSince !== undefined && Number.isNaN(parseTime(monitoringSince))
        ? [
            `Input "monitoring-since" is "${monitoringSince}"; it must be a time such as 2026-01-31T10:00:00Z or 1769853600.`,
        ]
        : [],
    prepare: async ({ monitoringSince, prometheusVersion, monitoringDockerfile }, setup) => {
        const version = prometheusVersion === undefined ? await versionOf(monitoringDockerfile, setup) : wishedVersion(prometheusVersion);
        const sinceMs = monitoringSince === undefined ? undefined : parseTime(monitoringSince);
        return {
            when: 'end',
            steps: [version.kind === 'one' ? `Would want Prometheus ${version.version} to answer.` : ''].filter(Boolean),
            start: () => (context) => findServer(context, { version, sinceMs }),
        };
    },
});
function wishedVersion(wish) {
    if (wish === 'any')
        return { kind: 'any', reason: 'any version will do' };
    return { kind: 'one', version: wish, source: 'prometheus-version asks for' };
}
/** @throws SuiteError when a file that was asked for by name is not there */
async function versionOf(file, { files, workspace }) {
    const dockerfile = await files.readText((0,external_node_path_.isAbsolute)(file) ? file : (0,external_node_path_.join)(workspace, file));
    if (dockerfile === undefined && file !== usualDockerfile) {
        throw new suite_error/* SuiteError */.$K({
            code: 'FILE_MISSING',
            message: `Input "monitoring-dockerfile": there is no file ${file}.`,
            hint: 'Check out the repository before this step; paths are relative to its root.',
        });
    }
    if (dockerfile === undefined)
        return { kind: 'any', reason: `no version is pinned, as there is no ${file} here` };
    const version = pinnedVersion(dockerfile);
    if (version === undefined)
        return { kind: 'any', reason: `no version is pinned, as ${file} names none` };
    return { kind: 'one', version, source: `${file} pins`, file };
}
async function findServer(context, wanted) {
    // Asked anew: the process before the deploy may have answered the first look.
    const [runtime, build] = await Promise.all([context.api.runtimeInfo(), context.api.buildInfo()]);
    return judgeServer({ server: context.server, runtime, build }, wanted);
}
//# sourceMappingURL=prometheus.js.map
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
;// CONCATENATED MODULE: ./packages/verify/lib/checks/release/release-queries.js
/** Shorter prefixes of a commit are not unique. */
const shortestCommit = 7;
/** Both sides may be cut: `git rev-parse --short` here, the whole hash there. */
function revisionPattern(release) {
    const literal = release.replace(/[^A-Za-z0-9_]/g, (one) => `\\\\${one}`);
    if (!/^[0-9a-f]{7,40}$/.test(release))
        return literal;
    const cut = Array.from({ length: release.length - shortestCommit }, (_, more) => release.slice(0, shortestCommit + more));
    return [`${literal}.*`, ...cut].join('|');
}
const info = '__name__=~".+_build_info",revision';
/** All of them answer with a line for each job, however many targets there are. */
function releaseQueries(release, sinceSeconds) {
    const pattern = revisionPattern(release);
    return {
        right: byJob(`{${info}=~"${pattern}"}`),
        wrong: byJob(`{${info}!="",revision!~"${pattern}"}`),
        started: byJob(`process_start_time_seconds >= ${sinceSeconds}`),
        old: byJob(`process_start_time_seconds < ${sinceSeconds}`),
    };
}
/** Targets, not series. */
function byJob(selector) {
    return `count by (job) (count by (job, instance) (${selector}))`;
}
//# sourceMappingURL=release-queries.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/checks/release/release.js




const release_base = { name: 'release', blame: 'app' };
/** Libraries round the start of the process to seconds, or to ticks of the clock. */
const release_startToleranceMs = 2_000;
/** A machine that kept the old process is scraped as well as one that did not. */
const release = checkModule({
    ...release_base,
    inputs: releaseInput,
    prepare: ({ release: wanted }, { inputs, plan }) => {
        if (wanted === undefined)
            return { skipped: 'no release was given', hint: 'Set release to the commit that was deployed.' };
        return {
            when: 'proved',
            needsQueries: true,
            steps: [`Would want the release ${wanted} on every target.`],
            start: () => (context) => findRelease(context, { wanted, sinceMs: inputs.firstSinceMs, jobs: jobsOf(plan, inputs.monitoredApp) }),
        };
    },
});
/** Those of the app where Fly's names tell: a database beside it keeps running when the app is deployed. */
function jobsOf({ jobs }, app) {
    const own = jobs.filter(({ groups }) => groups.some((group) => group.app === app));
    return new Set((own.length > 0 ? own : jobs).map(({ name }) => name));
}
async function findRelease({ api, targets, server }, { wanted, sinceMs, jobs: own }) {
    const sinceSeconds = (sinceMs + (server.clockSkewMs ?? 0) - release_startToleranceMs) / 1_000;
    const asked = await askAll(api, releaseQueries(wanted, sinceSeconds));
    if ('failure' in asked) {
        const evidence = describeFailure(asked.failure);
        return { checks: [{ ...release_base, verdict: 'inconclusive', evidence, hint: 'Run again.' }], isPending: true };
    }
    const jobs = targets.jobs
        .filter(({ job }) => own.has(job))
        .map(({ job, rows, counted }) => {
        const up = counted?.up ?? rows.filter(({ verdict }) => verdict === 'pass').length;
        const of = (question) => asked.counts[question].get(job) ?? 0;
        return {
            job,
            ...judgeJob({ up, right: of('right'), wrong: of('wrong'), started: of('started'), old: of('old') }, sinceMs > 0),
        };
    });
    const worst = jobs.find(({ state }) => state === 'old') ?? jobs.find(({ state }) => state === 'unknown');
    const evidence = (worst === undefined ? jobs : jobs.filter(({ state }) => state === worst.state))
        .map(({ job, words }) => `${job}: ${words}`)
        .join('; ');
    return { checks: [release_checkOf(worst?.state, evidence)], isPending: true };
}
function judgeJob({ up, right, wrong, started, old }, hasSince) {
    if (wrong > 0)
        return { state: 'old', words: `${wrong} of ${up} targets show another revision` };
    if (right > 0) {
        const isWhole = right >= up;
        return { state: isWhole ? 'right' : 'old', words: `${right} of ${up} targets show the revision` };
    }
    if (!hasSince)
        return { state: 'unknown', words: 'no metric *_build_info with a revision, and since was not given' };
    if (old > 0)
        return { state: 'old', words: `${old} of ${up} processes started before the deploy` };
    if (started === 0)
        return { state: 'unknown', words: 'neither a revision nor process_start_time_seconds' };
    return { state: started >= up ? 'right' : 'old', words: `${started} of ${up} processes started since the deploy` };
}
function release_checkOf(state, evidence) {
    if (state === undefined)
        return { ...release_base, verdict: 'pass', evidence, hint: '' };
    if (state === 'unknown') {
        const hint = 'Let the service export a metric like app_build_info{revision="…"} 1, or process_start_time_seconds.';
        return { ...release_base, verdict: 'inconclusive', evidence, hint };
    }
    const hint = 'Some machines still run the release before: look at "fly status", or deploy again.';
    return { ...release_base, verdict: 'fail', evidence, hint };
}
async function askAll(api, queries) {
    const names = ['right', 'wrong', 'started', 'old'];
    const answers = await Promise.all(names.map((name) => api.query(queries[name])));
    const failure = answers.find((answer) => answer.kind !== 'ok');
    if (failure !== undefined)
        return { failure };
    const [right, wrong, started, old] = answers.map((answer) => {
        const series = answer.kind === 'ok' && answer.value.type === 'series' ? answer.value.series : [];
        return new Map(series.map(({ labels, points }) => [labels['job'] ?? '', points[0]?.value ?? 0]));
    });
    const none = new Map();
    return { counts: { right: right ?? none, wrong: wrong ?? none, started: started ?? none, old: old ?? none } };
}
//# sourceMappingURL=release.js.map
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
        announces: async (metric, job) => client_anyOf(await get(metadataPath(metric, job), listOf(asUnknown))),
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
function client_anyOf(answer) {
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
;// CONCATENATED MODULE: ./packages/verify/lib/checks/remote/remote-read-back-identity.js
/** How reports and scripts know the check, and whose part of the chain it is. */
const remote_read_back_identity_base = { name: 'remote-read-back', blame: 'remote' };
//# sourceMappingURL=remote-read-back-identity.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/checks/remote/judge-read-back.js


/** The newest scrape of each job of this Prometheus, as the remote knows it. */
function readBackQuery(externalLabels) {
    const matchers = Object.entries(externalLabels).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
    return `max by (job) (timestamp(up{${matchers.join(',')}}))`;
}
/** The only proof that data arrives: it is there, and new. */
function judgeReadBack({ answer, jobs, sinceMs, externalLabels, credentials }) {
    if (answer.kind === 'refused' && !answer.lacksRight && credentials === 'own') {
        const evidence = `the remote does not know the user or password to read with (${describeFailure(answer)})`;
        return { check: { ...remote_read_back_identity_base, verdict: 'fail', evidence, hint: wrongReaderHint }, isPending: false };
    }
    if (answer.kind === 'refused') {
        const evidence = `the remote does not let this user read (${describeFailure(answer)}), so what arrives was not read back`;
        return { check: { ...remote_read_back_identity_base, verdict: 'skipped', evidence, hint: readerHint }, isPending: false };
    }
    if (answer.kind !== 'ok' && isElsewhere(answer)) {
        return {
            check: { ...remote_read_back_identity_base, verdict: 'fail', evidence: describeFailure(answer), hint: addressHint },
            isPending: false,
        };
    }
    if (answer.kind !== 'ok') {
        const hint = 'Run again when the remote answers queries.';
        return { check: { ...remote_read_back_identity_base, verdict: 'inconclusive', evidence: describeFailure(answer), hint }, isPending: true };
    }
    const missing = jobs.filter((job) => (newestMs(answer.value, job) ?? 0) < sinceMs);
    if (missing.length > 0) {
        const seen = missing.map((job) => `${job} (${ageWords(newestMs(answer.value, job))})`).join(', ');
        const evidence = `the remote has no sample since the deploy of ${seen}, asked for ${readBackQuery(externalLabels)}`;
        return { check: { ...remote_read_back_identity_base, verdict: 'fail', evidence, hint: absentHint }, isPending: true };
    }
    const evidence = `the remote has samples of ${jobs.join(', ')} from after the deploy${labelWords(externalLabels)}`;
    return { check: { ...remote_read_back_identity_base, verdict: 'pass', evidence, hint: '' }, isPending: false };
}
/** Another product, or another path of this one. */
function isElsewhere(failure) {
    if (failure.kind === 'unexpected')
        return failure.isPage || (failure.status >= 400 && failure.status < 500);
    return failure.kind === 'not-found' || (failure.kind === 'unreachable' && failure.reason === 'tls');
}
function newestMs(result, job) {
    const series = result.type === 'series' ? result.series.find(({ labels }) => labels['job'] === job) : undefined;
    const seconds = series?.points.at(-1)?.value;
    return seconds === undefined ? undefined : seconds * 1_000;
}
function ageWords(ms) {
    return ms === undefined ? 'none at all' : `newest ${new Date(ms).toISOString()}`;
}
function labelWords(labels) {
    const pairs = Object.entries(labels).map(([name, value]) => `${name}="${value}"`);
    return pairs.length === 0 ? '; without external_labels it is not told whose they are' : ` with ${pairs.join(', ')}`;
}
/** Where Grafana Cloud answers queries for what is pushed to this address. */
function queryUrlOf(pushUrl) {
    if (!URL.canParse(pushUrl))
        return undefined;
    const { protocol, hostname, origin, pathname } = new URL(pushUrl);
    const isCloud = protocol === 'https:' && hostname.endsWith('.grafana.net') && pathname === '/api/prom/push';
    return isCloud ? `${origin}/api/prom` : undefined;
}
const readerHint = 'Give remote-query-user and remote-query-password: a token that may read (Grafana Cloud: metrics:read).';
const wrongReaderHint = 'Correct remote-query-user and remote-query-password, or take them away: then nothing is read back, and nothing fails for it.';
const addressHint = 'remote-query-url must be the address below which /api/v1/query answers, such as https://prometheus-….grafana.net/api/prom.';
const absentHint = 'Look at the check remote-write; samples that were accepted take up to a minute to be seen. write_relabel_configs must not drop "up".';
//# sourceMappingURL=judge-read-back.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/checks/remote/remote-inputs.js

/** The variable that holds the password for sending. */
const writersPassword = 'GRAFANA_PROMETHEUS_API_KEY';
const remoteQueryInputs = {
    'remote-query-url': url({
        help: 'Where the remote store answers queries: the address that /api/v1/query is below. Empty: derived for Grafana Cloud from what Prometheus sends to.',
    }),
    'remote-query-user': input_kinds_text({
        help: 'User of its basic auth; in Grafana Cloud the number of the metrics instance.',
        environment: 'GRAFANA_PROMETHEUS_USER',
    }),
    'remote-query-password': input_kinds_secret({
        help: 'Password or token that may read there. One that may only write is told, and fails nothing; a wrong one fails.',
        environment: writersPassword,
    }),
};
//# sourceMappingURL=remote-inputs.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/checks/remote/remote-state.js
const remote_state_prefix = 'prometheus_remote_storage_';
/** Left out on purpose by write_relabel_configs. */
const droppedOnPurpose = 'dropped_series';
function readRemoteState({ families }) {
    const samples = families.flatMap((family) => family.samples);
    const own = samples.filter(({ name }) => name.startsWith(remote_state_prefix));
    const queues = own.filter(({ name }) => name === `${remote_state_prefix}samples_pending`);
    const start = samples.find(({ name }) => name === 'process_start_time_seconds')?.value;
    return {
        queues: queues.map((queue) => readQueue(queue, own)),
        processStartMs: start === undefined ? undefined : start * 1_000,
    };
}
function readQueue({ labels }, all) {
    const { remote_name: name = '', url = '' } = labels;
    const own = all.filter((one) => one.labels['remote_name'] === name && one.labels['url'] === url);
    const sum = (metric) => total(own.filter((one) => one.name === remote_state_prefix + metric));
    const dropped = own.filter((one) => one.name === `${remote_state_prefix}samples_dropped_total`);
    return {
        name,
        url,
        failed: sum('samples_failed_total'),
        dropped: total(dropped.filter((one) => one.labels['reason'] !== droppedOnPurpose)),
        retried: sum('samples_retried_total'),
        pending: sum('samples_pending'),
        highestSentMs: timeOf(own, 'queue_highest_sent_timestamp_seconds'),
        // One for each queue since 3.7, one for all before.
        highestMs: timeOf(own, 'queue_highest_timestamp_seconds') ?? timeOf(all, 'highest_timestamp_in_seconds'),
    };
}
function total(samples) {
    return samples.reduce((sum, { value }) => sum + value, 0);
}
/** 0 stands for never. */
function timeOf(samples, metric) {
    const seconds = samples.find(({ name }) => name === remote_state_prefix + metric)?.value;
    return seconds === undefined || seconds === 0 ? undefined : seconds * 1_000;
}
//# sourceMappingURL=remote-state.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/checks/remote/remote-write-identity.js
/** How reports and scripts know the check, and whose part of the chain it is. */
const remote_write_identity_base = { name: 'remote-write', blame: 'remote' };
//# sourceMappingURL=remote-write-identity.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/checks/remote/judge-remote-write.js

/** Twice what a batch and a busy receiver need. */
const mostLagMs = 60_000;
/**
 * No single number proves it: the "sent" timestamp advances while every sample is refused, and nothing counts as failed
 * while nothing is sent.
 */
function judgeRemoteWrite({ first, firstMs, now, sinceMs }) {
    const isNewProcess = (now.processStartMs ?? 0) >= sinceMs;
    // The counters of an old process are compared with the first look, so something must have been sent after it.
    const provingMs = isNewProcess ? sinceMs : Math.max(sinceMs, firstMs);
    const verdicts = now.queues.map((queue) => {
        const before = isNewProcess
            ? undefined
            : first.queues.find(({ name, url }) => name === queue.name && url === queue.url);
        return judgeQueue(queue, { before: before ?? nothing, firstSeen: firstSeen(queue, first), provingMs });
    });
    const order = ['fail', 'inconclusive', 'pass'];
    const worst = order.map((verdict) => verdicts.find(({ check }) => check.verdict === verdict)).find((one) => one);
    if (worst === undefined)
        return judge_remote_write_settled('skipped', 'this Prometheus sends nothing to a remote', '');
    return worst.check.verdict === 'pass' && verdicts.length > 1 ? judge_remote_write_settled('pass', allWell(now.queues), '') : worst;
}
const nothing = { failed: 0, dropped: 0 };
function firstSeen({ name, url }, { queues }) {
    return queues.find((one) => one.name === name && one.url === url);
}
function judgeQueue(queue, { before, firstSeen, provingMs }) {
    const failed = growth(before.failed, queue.failed);
    if (failed > 0)
        return judge_remote_write_settled('fail', `${failed} samples were refused by ${queue.url} and are lost`, refusedHint);
    const dropped = growth(before.dropped, queue.dropped);
    if (dropped > 0)
        return judge_remote_write_settled('fail', `${dropped} samples for ${queue.url} were dropped unsent`, droppedHint);
    const retried = growth(firstSeen?.retried ?? 0, queue.retried);
    if (queue.highestSentMs === undefined || queue.highestSentMs < provingMs)
        return unsent(queue);
    const lagMs = (queue.highestMs ?? queue.highestSentMs) - queue.highestSentMs;
    if (lagMs >= mostLagMs) {
        return judge_remote_write_open('inconclusive', `${queue.url} is ${Math.round(lagMs / 1_000)} s behind`, behindHint);
    }
    if (retried > 0 && queue.pending >= (firstSeen?.pending ?? 0)) {
        return judge_remote_write_open('inconclusive', `${retried} samples for ${queue.url} had to be sent again`, behindHint);
    }
    return judge_remote_write_settled('pass', `${queue.url} takes what is sent: none refused, none lost`, '');
}
/** Nothing new was accepted so far. Repetitions prove that it was tried. */
function unsent({ url, retried, pending }) {
    if (retried === 0)
        return judge_remote_write_open('inconclusive', `nothing was sent to ${url} since the deploy`, unsentHint);
    const evidence = `nothing since the deploy reached ${url}: ${retried} samples were tried again, ${pending} wait`;
    return judge_remote_write_open('fail', evidence, unsentHint);
}
function allWell(queues) {
    return `${queues.map(({ url }) => url).join(' and ')} take what is sent: none refused, none lost`;
}
/** A counter that fell began anew. */
function growth(before, now) {
    return now < before ? now : now - before;
}
function judge_remote_write_settled(verdict, evidence, hint) {
    return { check: { ...remote_write_identity_base, verdict, evidence, hint }, isPending: false };
}
function judge_remote_write_open(verdict, evidence, hint) {
    return { check: { ...remote_write_identity_base, verdict, evidence, hint }, isPending: true };
}
const refusedHint = 'The log of Prometheus ("fly logs") has the answer: 401 means GRAFANA_PROMETHEUS_USER or GRAFANA_PROMETHEUS_API_KEY is wrong, 400 or 404 the path of GRAFANA_PROMETHEUS_URL, 429 that the plan is used up (retry_on_http_429: true keeps the samples).';
const droppedHint = 'Samples grew too old while the remote took none: look at the log of Prometheus.';
const unsentHint = 'Prometheus cannot reach the remote: look at GRAFANA_PROMETHEUS_URL, and at the log of Prometheus ("fly logs") for refused connections, a missing password file or 5xx.';
const behindHint = 'The remote is slow or answers 5xx: look at its status, then run again.';
//# sourceMappingURL=judge-remote-write.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/checks/remote/remote-write.js






/** A batch waits for 5 s at most; whoever has not taken one by then is not slow. */
const sendPatienceMs = 30_000;
const remoteWrite = checkModule({
    ...remote_write_identity_base,
    inputs: remoteQueryInputs,
    prepare: (own, { plan }) => ({
        when: 'proved',
        extraMs: sendPatienceMs + plan.scrapeIntervalMs,
        steps: ['Would want what is sent to a remote to be taken.'],
        start: (first) => watchRemoteWrite(first, own.remoteQueryUrl !== undefined),
    }),
});
async function watchRemoteWrite(first, isWanted) {
    let before = await stateOf(first);
    return async (context) => {
        const answer = await context.ownMetrics();
        if (answer.kind !== 'ok')
            return unaskedResult(remote_write_identity_base, answer);
        const now = readRemoteState(answer.value);
        before ??= { state: now, atMs: serverTimeOf(context) };
        if (now.queues.length === 0 && isWanted)
            return { checks: [{ ...remote_write_identity_base, verdict: 'fail', ...nothingSent }] };
        const evidence = { first: before.state, firstMs: before.atMs, now, sinceMs: sinceOf(context, first) };
        const { check, isPending } = judgeRemoteWrite(evidence);
        return { checks: [check], isPending: isPending && (context.provedForMs ?? 0) < patienceOf(context) };
    };
}
/** What is sent are scrapes, and the next one may be a whole interval away. */
function patienceOf({ plan }) {
    return sendPatienceMs + plan.scrapeIntervalMs;
}
async function stateOf(context) {
    const answer = await context.ownMetrics();
    return answer.kind === 'ok' ? { state: readRemoteState(answer.value), atMs: serverTimeOf(context) } : undefined;
}
function serverTimeOf({ nowMs, server }) {
    return nowMs + (server.clockSkewMs ?? 0);
}
/** Without a known deploy only what is sent from the first look on proves anything. */
function sinceOf({ plan, server }, first) {
    return (plan.sinceMs === 0 ? first.nowMs : plan.sinceMs) + (server.clockSkewMs ?? 0);
}
const nothingSent = {
    evidence: 'remote-query-url is given, but this Prometheus sends nothing to a remote',
    hint: 'Deploy the monitoring app with GRAFANA_PROMETHEUS_URL, or take remote-query-url away.',
};
//# sourceMappingURL=remote-write.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/checks/remote/remote-read-back.js










/** A store shows what it was sent after half a minute, a busy one after a whole. */
const remotePatienceMs = 90_000;
const remoteReadBack = checkModule({
    ...remote_read_back_identity_base,
    inputs: remoteQueryInputs,
    problems: ({ remoteQueryUrl, remoteQueryUser, remoteQueryPassword }) => remoteQueryUrl !== undefined && (remoteQueryUser === undefined) !== (remoteQueryPassword === undefined)
        ? ['Inputs "remote-query-user" and "remote-query-password" belong together; give both or neither.']
        : [],
    prepare: (own, { environment }) => ({
        when: 'proved',
        extraMs: remotePatienceMs,
        steps: ['Would read back from the remote what was sent there.'],
        start: (first) => watchReadBack({ ...own, credentials: credentialsOf(own, environment) }, first),
    }),
});
/** Without a password of its own the input takes the writer's. */
function credentialsOf({ remoteQueryPassword }, environment) {
    return remoteQueryPassword?.reveal() === environment[writersPassword] ? 'writer' : 'own';
}
function watchReadBack(own, first) {
    return async (context) => {
        const address = await remote_read_back_addressOf(own, context);
        if (address.kind === 'none')
            return skip(address.reason, address.hint);
        const labels = await externalLabelsOf(context);
        if (labels.kind !== 'ok')
            return unaskedResult(remote_read_back_identity_base, labels);
        const sinceMs = Math.max(sinceOf(context, first), await processStartMs(context));
        const remote = prometheusApi({ http: context.tools.http, baseUrl: address.url, auth: authOf(own) });
        const { check, isPending } = judgeReadBack({
            answer: await remote.query(readBackQuery(labels.value)),
            jobs: awakeJobs(context),
            sinceMs,
            externalLabels: labels.value,
            credentials: own.credentials,
        });
        return { checks: [check], isPending: isPending && (context.provedForMs ?? 0) < remotePatienceMs };
    };
}
/** What an earlier process sent proves nothing about this one. */
async function processStartMs({ ownMetrics }) {
    const answer = await ownMetrics();
    return answer.kind === 'ok' ? (readRemoteState(answer.value).processStartMs ?? 0) : 0;
}
/** Credentials go to Grafana Cloud or to where somebody says, never to any address that a server names. */
async function remote_read_back_addressOf({ remoteQueryUrl, remoteQueryPassword }, { ownMetrics }) {
    if (remoteQueryUrl !== undefined)
        return { kind: 'found', url: remoteQueryUrl };
    const answer = await ownMetrics();
    const queues = answer.kind === 'ok' ? readRemoteState(answer.value).queues : [];
    if (queues.length === 0)
        return { kind: 'none', reason: 'nothing is sent to a remote', hint: '' };
    const derived = queues.map((queue) => queryUrlOf(queue.url)).find((url) => url !== undefined);
    if (derived === undefined) {
        const reason = 'it is not known where the remote answers queries, so what arrives was not read back';
        return { kind: 'none', reason, hint: 'Give remote-query-url, with remote-query-user and remote-query-password.' };
    }
    if (remoteQueryPassword !== undefined)
        return { kind: 'found', url: derived };
    const reason = 'no token to read with was given, so what arrives was not read back';
    return { kind: 'none', reason, hint: 'Give remote-query-user and remote-query-password (scope metrics:read).' };
}
function authOf({ remoteQueryUser: user, remoteQueryPassword: password }) {
    return user === undefined || password === undefined ? undefined : { user, password };
}
function skip(evidence, hint) {
    return { checks: [{ ...remote_read_back_identity_base, verdict: 'skipped', evidence, hint }] };
}
//# sourceMappingURL=remote-read-back.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/checks/rules/first-full-scrape.js
/** Of a deploy that was long ago, only the last minutes matter. */
const mostMs = 600_000;
/** Looks in each scrape interval: enough to see every scrape, few enough for thousands of targets. */
const looksPerScrape = 3;
const first_full_scrape_shortestStepMs = 200;
/** When the slowest target had been scraped once since the deploy, by Prometheus' clock; undefined when nobody can say. */
async function firstFullScrapeMs({ api, plan, server, nowMs }) {
    const skewMs = server.clockSkewMs ?? 0;
    const sinceMs = plan.sinceMs + skewMs;
    const windowMs = Math.min(mostMs, nowMs + skewMs - sinceMs);
    if (plan.sinceMs === 0 || windowMs <= 0)
        return plan.sinceMs === 0 ? 0 : undefined;
    const stepMs = Math.max(first_full_scrape_shortestStepMs, Math.floor(plan.scrapeIntervalMs / looksPerScrape));
    const windowText = `${Math.ceil(windowMs / stepMs) * stepMs}ms:${stepMs}ms`;
    const first = `min_over_time((timestamp(up) >= ${(sinceMs / 1_000).toFixed(3)})[${windowText}])`;
    const answer = await api.query(`max(${first})`);
    if (answer.kind !== 'ok' || answer.value.type !== 'series')
        return undefined;
    const seconds = answer.value.series[0]?.points[0]?.value;
    return seconds === undefined ? undefined : seconds * 1_000;
}
//# sourceMappingURL=first-full-scrape.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/checks/rules/identity.js
/** How reports and scripts know the check, and whose part of the chain it is. */
const rules_identity_base = { name: 'rules', blame: 'monitoring' };
//# sourceMappingURL=identity.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/checks/rules/judge-rules.js

/** Loaded, without error, and evaluated over what is scraped now; an evaluation of nothing is "ok" as well. */
function judgeRules(evidence) {
    const states = evidence.wanted.map((group) => judgeGroup(group, evidence));
    const open = states.filter(({ verdict }) => verdict !== 'pass');
    const worst = open.find(({ verdict }) => verdict === 'fail') ?? open[0];
    if (worst === undefined) {
        const count = evidence.wanted.reduce((sum, { rules }) => sum + rules.length, 0);
        const early = states.filter(({ detail }) => detail !== '').map(({ detail }) => `; ${detail}`);
        const evidenceText = `${count} rules in ${evidence.wanted.length} groups are loaded and healthy${early.join('')}`;
        return { check: { ...rules_identity_base, verdict: 'pass', evidence: evidenceText, hint: '' }, isPending: false };
    }
    const same = open.filter(({ verdict }) => verdict === worst.verdict).map(({ detail }) => detail);
    const check = { ...rules_identity_base, verdict: worst.verdict, evidence: same.join('; '), hint: worst.hint };
    return { check, isPending: open.every(({ isPending }) => isPending) };
}
function judgeGroup(wanted, evidence) {
    const where = `${wanted.name} of ${wanted.file}`;
    const loaded = evidence.loaded.find((one) => one.name === wanted.name && judge_rules_isSameFile(one.file, wanted.file));
    if (loaded === undefined)
        return judge_rules_final(`the group ${where} is not loaded`, notLoadedHint);
    const missing = missingRules(wanted, loaded);
    if (missing.length > 0)
        return judge_rules_final(`the group ${where} is loaded without ${missing.join(', ')}`, notLoadedHint);
    const broken = loaded.rules.filter(({ health, lastError }) => health === 'err' || lastError !== '');
    const [first] = broken;
    if (first !== undefined)
        return { ...judge_rules_open(`${first.name} in the group ${where} fails: ${first.lastError}`, errorHint), verdict: 'fail' };
    const due = dueMs(loaded.rules, evidence);
    if (due === 'done')
        return { verdict: 'pass', isPending: false, detail: '', hint: '' };
    if (isBeyond(loaded, evidence)) {
        const detail = `the group ${where} is evaluated every ${loaded.intervalMs / 1_000} s, later than this can wait for`;
        return { verdict: 'pass', isPending: false, detail, hint: '' };
    }
    return judge_rules_open(`the group ${where} was not evaluated since all targets were scraped`, waitHint);
}
/** The folder differs: rules lie elsewhere in the image than in the repository. */
function judge_rules_isSameFile(loaded, wanted) {
    return loaded.split('/').at(-1) === wanted.split('/').at(-1);
}
/** Names may repeat, and each must be there as often as it is written. */
function missingRules({ rules: wanted }, { rules }) {
    const left = rules.map(({ name }) => name);
    return wanted.flatMap(({ name }) => {
        const at = left.indexOf(name);
        if (at < 0)
            return [name];
        left.splice(at, 1);
        return [];
    });
}
function dueMs(rules, { firstFullScrapeMs }) {
    if (firstFullScrapeMs === undefined)
        return 'waiting';
    const isDone = ({ health, lastEvaluationMs }) => health === 'ok' && lastEvaluationMs !== undefined && lastEvaluationMs >= firstFullScrapeMs;
    return rules.every(isDone) ? 'done' : 'waiting';
}
/** A group is evaluated first at some moment of its first interval. */
function isBeyond({ intervalMs }, { firstFullScrapeMs, deadlineMs }) {
    return firstFullScrapeMs !== undefined && firstFullScrapeMs + intervalMs > deadlineMs;
}
function judge_rules_final(detail, hint) {
    return { verdict: 'fail', isPending: false, detail, hint };
}
function judge_rules_open(detail, hint) {
    return { verdict: 'inconclusive', isPending: true, detail, hint };
}
const notLoadedHint = 'Deploy the monitoring app again, and look whether rule_files in its configuration matches the files in its image.';
const errorHint = 'Correct the rule: it is evaluated, and fails, so its alert never fires. "promtool test rules" shows it.';
const waitHint = 'Raise input "timeout" above the interval of the group.';
//# sourceMappingURL=judge-rules.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/checks/rules/rules.js







/** For groups that are evaluated less often nobody waits. */
const rules_mostPatienceMs = 60_000;
/** An evaluation takes time, and Prometheus tells of it a little later. */
const rules_graceMs = 2_000;
const rules = checkModule({
    ...rules_identity_base,
    inputs: rulesInput,
    prepare: async (own, setup) => {
        const { groups, reason } = await readRules(own.rules, setup);
        if (groups.length === 0)
            return { skipped: reason };
        const patienceMs = patienceFor(groups, setup.repository.config?.evaluationIntervalMs ?? rules_mostPatienceMs);
        return {
            when: 'proved',
            needsQueries: true,
            extraMs: patienceMs,
            steps: [`Would want ${groups.length} rule groups loaded, healthy and evaluated.`],
            start: () => watchRules(groups, patienceMs),
        };
    },
});
function patienceFor(groups, usualMs) {
    const longest = Math.max(...groups.map(({ intervalMs = usualMs }) => intervalMs));
    return Math.min(longest, rules_mostPatienceMs) + rules_graceMs;
}
function watchRules(wanted, patienceMs) {
    let firstScrapeMs;
    return async (context) => {
        const answer = await context.api.rules();
        if (answer.kind !== 'ok')
            return unaskedResult(rules_identity_base, answer);
        firstScrapeMs ??= await firstFullScrapeMs(context);
        const nowMs = context.nowMs + (context.server.clockSkewMs ?? 0);
        const provedForMs = context.provedForMs ?? 0;
        const deadlineMs = nowMs - provedForMs + patienceMs;
        const { check, isPending } = judgeRules({
            wanted,
            loaded: answer.value,
            firstFullScrapeMs: firstScrapeMs,
            deadlineMs,
        });
        return { checks: [check], isPending: isPending && provedForMs < patienceMs };
    };
}
//# sourceMappingURL=rules.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/targets/target-place.js
/** Where a scrape goes to. */
function placeOf(scrapeUrl) {
    if (!URL.canParse(scrapeUrl))
        return { host: scrapeUrl, port: 0 };
    const { hostname, port, protocol } = new URL(scrapeUrl);
    const usual = protocol === 'https:' ? 443 : 80;
    return { host: hostname, port: port === '' ? usual : Number(port) };
}
/** One spelling for each IPv6 address: Fly writes all groups, Prometheus repeats what DNS said. */
function normalHost(address) {
    const bare = address.replace(/^\[|\]$/g, '');
    return placeOf(bare.includes(':') ? `http://[${bare}]/` : `http://${bare}/`).host;
}
//# sourceMappingURL=target-place.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/targets/judge-counts.js

/**
 * A job is proved by counting when its targets, its series, its instances and its fresh successes are equally many: a
 * target that is down, stale or gone, and two that write into one series or are one address, all make one of the numbers
 * smaller or larger. Whether they are the right machines is told by {@link areTheirInstances}.
 * @returns undefined when counting does not prove it, so that somebody must look at the targets themselves
 */
function judgeCounts({ name, expectation }, counts) {
    const { targets, known, fresh, instances, oldestScrapeMs } = counts;
    if (targets === 0 || [known, fresh, instances].some((count) => count !== targets))
        return undefined;
    const isExpected = expectation.kind === 'machines'
        ? areAllStarted(expectation.machines, targets)
        : expectation.kind === 'exactly'
            ? targets === expectation.count
            : targets >= expectation.count;
    return isExpected ? { job: name, verdict: 'pass', rows: [], counted: { up: targets, oldestScrapeMs } } : undefined;
}
function areAllStarted(machines, targets) {
    const wanted = machines.filter(({ standby }) => !standby);
    return wanted.length === targets && wanted.every(({ state }) => state === 'started');
}
/**
 * Is each machine that should be up one of the instances? As many of both, then none of them is a stranger. Relabelling
 * may move a target to another port, so the port counts only where a job has several.
 */
function areTheirInstances(machines, instances) {
    const isOnePort = new Set(machines.map(({ port }) => port)).size <= 1;
    const nameOf = (host, port) => (isOnePort ? normalHost(host) : `${normalHost(host)} ${port}`);
    const places = instances.map((instance) => placeOf(`http://${instance}/`));
    const scraped = new Set(places.map(({ host, port }) => nameOf(host, port)));
    return machines.every(({ standby, address, port }) => standby || scraped.has(nameOf(address, port)));
}
//# sourceMappingURL=judge-counts.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/targets/large-jobs.js

/** A list of a thousand targets is a megabyte; below that, the list costs less than the questions around it. */
const largeTargets = 1_000;
const poolSizes = 'prometheus_target_scrape_pool_targets';
/** Targets of each job, by Prometheus' own metrics; undefined where it does not count them. */
function poolSizesOf(answer) {
    if (answer.kind !== 'ok')
        return undefined;
    const family = answer.value.families.find(({ name }) => name === poolSizes);
    if (family === undefined)
        return undefined;
    return new Map(family.samples.map(({ labels, value }) => [labels['scrape_job'] ?? '', value]));
}
/** Those jobs that a few queries prove; the answers are a line for each job, and one for each machine that Fly named. */
async function proveByCounting(jobs, { api, sizes, freshSinceMs }) {
    const seconds = (freshSinceMs / 1_000).toFixed(3);
    const [known, fresh, instances, oldest] = await Promise.all([
        countByJob(api, 'count by (job) (up)'),
        countByJob(api, `count by (job) ((up == 1) and (timestamp(up) >= ${seconds}))`),
        countByJob(api, 'count by (job) (count by (job, instance) (up))'),
        countByJob(api, 'min by (job) (timestamp(up))'),
    ]);
    const proofs = jobs.map(async (job) => {
        const counts = {
            targets: sizes.get(job.name) ?? 0,
            known: known.get(job.name) ?? 0,
            fresh: fresh.get(job.name) ?? 0,
            instances: instances.get(job.name) ?? 0,
            oldestScrapeMs: (oldest.get(job.name) ?? 0) * 1_000,
        };
        const proof = judgeCounts(job, counts);
        return proof !== undefined && (await areTheRightOnes(job, api)) ? [proof] : [];
    });
    return (await Promise.all(proofs)).flat();
}
/** The right number of targets may hold a machine of yesterday in place of one of today. */
async function areTheRightOnes({ name, expectation }, api) {
    if (expectation.kind !== 'machines')
        return true;
    const answer = await api.query(`count by (instance) (up{job=${JSON.stringify(name)}})`);
    const series = answer.kind === 'ok' && answer.value.type === 'series' ? answer.value.series : [];
    return areTheirInstances(expectation.machines, series.map(({ labels }) => labels['instance'] ?? ''));
}
/** Nothing where there is no answer: then nothing is proved by it. */
async function countByJob(api, expr) {
    const answer = await api.query(expr);
    const series = answer.kind === 'ok' && answer.value.type === 'series' ? answer.value.series : [];
    return new Map(series.map(({ labels, points }) => [labels['job'] ?? '', points[0]?.value ?? 0]));
}
//# sourceMappingURL=large-jobs.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/checks/samples/expected-samples.js


/** Of each target that /api/v1/targets calls up, and of the large jobs that counting proved. */
function expectedSamples(facts) {
    const counted = facts.targets.jobs.flatMap(({ job, counted: counts }) => counts === undefined
        ? []
        : [{ jobLabel: job, labelSets: counts.up, targets: undefined, floorMs: expected_samples_floorOf(facts, facts.plan.freshForMs) }]);
    const isCounted = new Set(counted.map(({ jobLabel }) => jobLabel));
    const listed = byJobLabel(facts.activeTargets.filter(({ health, scrapePool }) => health === 'up' && !isCounted.has(scrapePool)));
    return [
        ...counted,
        ...[...listed]
            .filter(([jobLabel]) => !isCounted.has(jobLabel))
            .map(([jobLabel, targets]) => ({
            jobLabel,
            labelSets: new Set(targets.map(({ labels }) => JSON.stringify(Object.entries(labels).sort()))).size,
            targets: targets.length < largeTargets ? targets : undefined,
            floorMs: expected_samples_floorOf(facts, Math.max(...targets.map((target) => freshForMs(target, facts.plan.freshForMs)))),
        })),
    ];
}
function byJobLabel(targets) {
    const groups = new Map();
    for (const target of targets) {
        const label = target.labels['job'] ?? '';
        groups.set(label, [...(groups.get(label) ?? []), target]);
    }
    return groups;
}
/** A scrape is stored when it ends, under the time when it began. */
function freshForMs({ scrapeIntervalMs, scrapeTimeoutMs }, usualMs) {
    return scrapeIntervalMs === undefined ? usualMs : 2 * scrapeIntervalMs + (scrapeTimeoutMs ?? scrapeIntervalMs);
}
function expected_samples_floorOf({ plan, server, nowMs }, freshMs) {
    return Math.max(plan.sinceMs, nowMs - freshMs) + (server.clockSkewMs ?? 0) - alignmentMs;
}
//# sourceMappingURL=expected-samples.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/checks/samples/identity.js
/** How reports and scripts know the check, and whose part of the chain it is. */
const samples_identity_base = { name: 'samples', blame: 'app' };
//# sourceMappingURL=identity.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/checks/samples/judge-stored.js
/** The targets of one job that are up without stored samples, and those whose scrapes hold none. */
function judgeStored(expected, facts) {
    const { targets } = expected;
    return targets === undefined
        ? judgeByCounts(expected, facts)
        : targets.flatMap((target) => judgeTarget(target, expected, facts) ?? []);
}
function judgeTarget({ labels, scrapePool, instance }, { floorMs }, facts) {
    const name = `${scrapePool} ${labels['instance'] ?? instance}`;
    const up = facts.newest.find((series) => isSeriesOf(series.labels, labels));
    const newestMs = (up?.points[0]?.value ?? 0) * 1_000;
    if (newestMs < floorMs) {
        const age = Math.round((facts.serverNowMs - newestMs) / 1_000);
        const seen = up === undefined ? 'no stored sample' : `its newest stored sample is ${age} s old`;
        return { kind: 'not-stored', name: `${name}: ${seen}` };
    }
    if (!isAmong(facts.keptNothing, labels))
        return undefined;
    return { kind: isAmong(facts.foundNothing, labels) ? 'no-samples' : 'all-dropped', name };
}
function judgeByCounts({ jobLabel, labelSets }, facts) {
    const ofJob = (all) => all.filter((labels) => (labels['job'] ?? '') === jobLabel);
    const empty = ofJob(facts.keptNothing).map((labels) => {
        const kind = isAmong(facts.foundNothing, labels) ? 'no-samples' : 'all-dropped';
        return { kind, name: `${jobLabel} ${labels['instance'] ?? ''}` };
    });
    const stored = (facts.counts.get(jobLabel) ?? 0) + empty.length;
    if (stored >= labelSets)
        return empty;
    const name = `${jobLabel}: ${stored} of ${labelSets} targets have stored samples`;
    return [{ kind: 'not-stored', name }, ...empty];
}
function isAmong(all, target) {
    return all.some((labels) => isSeriesOf(labels, target));
}
function isSeriesOf(series, target) {
    return Object.entries(target).every(([name, value]) => series[name] === value);
}
//# sourceMappingURL=judge-stored.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/checks/samples/stored-samples.js

const kept = 'scrape_samples_post_metric_relabeling';
/**
 * How many targets of each value of the label `job` have a fresh `up` of 1 and other samples beside it: a line for each
 * job, however many targets there are.
 */
async function countStored(expected, ask) {
    const byJobLabel = new Map();
    for (const floorMs of new Set(expected.map((one) => one.floorMs))) {
        const answer = await ask(countQuery(floorMs));
        if (answer.kind !== 'ok')
            return { kind: 'unknown', failure: answer };
        const counts = new Map(stored_samples_seriesOf(answer.value).map(({ labels, points }) => [labels['job'] ?? '', points[0]?.value ?? 0]));
        for (const one of expected.filter((other) => other.floorMs === floorMs))
            byJobLabel.set(one.jobLabel, counts.get(one.jobLabel) ?? 0);
    }
    return { kind: 'counted', byJobLabel };
}
/** `timestamp(up == 1)` would be the time of the query, as only a bare selector keeps the times of its samples. */
function countQuery(floorMs) {
    return `count by (job) (timestamp(up) >= ${(floorMs / 1_000).toFixed(3)} and up == 1 and ${kept} > 0)`;
}
async function listStored(short, ask) {
    const ofShort = `{job=~${anyOf(short.map(({ jobLabel }) => jobLabel))}}`;
    const small = short.filter(({ targets }) => targets !== undefined).map(({ jobLabel }) => jobLabel);
    const questions = {
        keptNothing: `${kept}${ofShort} == 0`,
        foundNothing: `scrape_samples_scraped${ofShort} == 0`,
        ...(small.length === 0 ? {} : { newest: `timestamp(up{job=~${anyOf(small)}}) and up == 1` }),
    };
    const found = new Map();
    for (const [name, expr] of Object.entries(questions)) {
        const answer = await ask(expr);
        if (answer.kind !== 'ok')
            return { kind: 'unknown', failure: answer };
        found.set(name, stored_samples_seriesOf(answer.value));
    }
    const seriesFor = (name) => found.get(name) ?? [];
    const keptNothing = seriesFor('keptNothing').map(stored_samples_labelsOf);
    const foundNothing = seriesFor('foundNothing').map(stored_samples_labelsOf);
    return { kind: 'listed', stored: { newest: seriesFor('newest'), keptNothing, foundNothing } };
}
function stored_samples_seriesOf(result) {
    return result.type === 'series' ? result.series : [];
}
function stored_samples_labelsOf({ labels: { __name__: _, ...labels } }) {
    return labels;
}
//# sourceMappingURL=stored-samples.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/checks/samples/why-not-stored.js

/** What a TSDB counts when it does not store; the errors themselves are in its log alone. */
const troubles = [
    { counter: 'prometheus_tsdb_wal_writes_failed_total', words: 'failed writes to the write-ahead log' },
    { counter: 'prometheus_tsdb_wal_corruptions_total', words: 'corruptions of the write-ahead log' },
    { counter: 'prometheus_tsdb_wal_truncations_failed_total', words: 'failed truncations of the write-ahead log' },
    { counter: 'prometheus_tsdb_checkpoint_creations_failed_total', words: 'failed checkpoints' },
    { counter: 'prometheus_tsdb_head_truncations_failed_total', words: 'failed truncations of the head' },
    { counter: 'prometheus_tsdb_compactions_failed_total', words: 'failed compactions' },
    { counter: 'prometheus_tsdb_out_of_bound_samples_total', words: 'samples out of bounds' },
    { counter: 'prometheus_tsdb_too_old_samples_total', words: 'samples that are too old' },
    { counter: 'prometheus_tsdb_out_of_order_samples_total', words: 'samples out of order' },
];
/** What the server's own counters say since it started; a reason that they do not tell is not guessed. */
function whyNotStored(answer) {
    if (answer.kind !== 'ok')
        return `Prometheus' own metrics cannot be read: ${describeFailure(answer)}`;
    const totals = new Map(answer.value.families.map(({ name, samples }) => [name, samples.reduce((sum, { value }) => sum + value, 0)]));
    const told = troubles.flatMap(({ counter, words }) => {
        const total = totals.get(counter) ?? 0;
        return total > 0 ? [`${total} ${words} (${counter})`] : [];
    });
    return told.length === 0
        ? 'no counter of its TSDB tells why'
        : `since its start Prometheus counts ${told.join(', ')}`;
}
//# sourceMappingURL=why-not-stored.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/checks/samples/check-samples.js








const notStoredHint = 'Look at "fly logs" of the monitoring app for "Scrape commit failed", which says why: a full volume ("no space left on device") is made larger with "fly volumes extend", and kept from filling up by --storage.tsdb.retention.size.';
/**
 * That a target is up says that it was asked, not that its answer was kept: with a full disk every target is up and
 * nothing is stored. And a scrape of an empty body is up, too.
 */
async function judgeSamples(context) {
    if (context.targets.verdict !== 'pass') {
        return { ...samples_identity_base, verdict: 'skipped', evidence: 'not asked while targets are missing', hint: '' };
    }
    const ask = (expr) => context.api.query(expr);
    const expected = expectedSamples(context);
    const counts = await countStored(expected, ask);
    if (counts.kind === 'unknown')
        return unknown(counts.failure);
    const short = expected.filter(({ jobLabel, labelSets }) => counts.byJobLabel.get(jobLabel) !== labelSets);
    if (short.length === 0)
        return allStored(expected);
    const list = await listStored(short, ask);
    if (list.kind === 'unknown')
        return unknown(list.failure);
    const serverNowMs = context.nowMs + (context.server.clockSkewMs ?? 0);
    const facts = { ...list.stored, serverNowMs, counts: counts.byJobLabel };
    return verdictOf(short.flatMap((one) => judgeStored(one, facts)), expected, context);
}
function unknown(failure) {
    const hint = 'Run again when Prometheus answers queries.';
    return { ...samples_identity_base, verdict: 'inconclusive', blame: 'monitoring', evidence: describeFailure(failure), hint };
}
function allStored(expected) {
    const total = expected.reduce((sum, { labelSets }) => sum + labelSets, 0);
    return { ...samples_identity_base, verdict: 'pass', evidence: `fresh samples of ${total} targets are stored`, hint: '' };
}
async function verdictOf(shortfalls, expected, { ownMetrics }) {
    const namesOf = (kind) => shortfalls.filter((one) => one.kind === kind).map(({ name }) => name);
    const notStored = namesOf('not-stored');
    if (notStored.length > 0) {
        const evidence = `up, but not stored: ${listed(notStored)}; ${whyNotStored(await ownMetrics())}`;
        return { ...samples_identity_base, verdict: 'fail', blame: 'monitoring', evidence, hint: notStoredHint };
    }
    if (shortfalls.length === 0)
        return allStored(expected);
    // An empty body is the app's; what relabelling throws away is not.
    const { blame, hint } = failureFacts[namesOf('no-samples').length > 0 ? 'no-samples' : 'all-dropped'];
    const evidence = `up, but without a single sample: ${listed(shortfalls.map(({ name }) => name))}`;
    return { ...samples_identity_base, verdict: 'fail', blame, hint, evidence };
}
//# sourceMappingURL=check-samples.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/checks/samples/samples.js



const samples = checkModule({
    ...samples_identity_base,
    inputs: {},
    prepare: () => ({
        when: 'poll',
        needsQueries: true,
        start: () => async (context) => ({ checks: [await judgeSamples(context)], isPending: true }),
    }),
});
//# sourceMappingURL=samples.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/checks/series/identity.js
/** How reports and scripts know the check, and whose part of the chain it is. */
const series_identity_base = { name: 'series', blame: 'monitoring' };
//# sourceMappingURL=identity.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/checks/series/judge-series.js


/** Measured: a Prometheus 3.5 on two busy cores counts so many in 0.6 s. */
const judge_series_mostSeries = 200_000;
/** The expected jobs first, and the small before the large, as far as the limit reaches. */
function chooseCountable(samples, expected) {
    const isExpected = new Set(expected);
    const ordered = [...samples].sort(([a, ofA], [b, ofB]) => Number(isExpected.has(b)) - Number(isExpected.has(a)) || ofA - ofB);
    const jobs = [];
    const tooMany = [];
    let total = 0;
    for (const [job, count] of ordered) {
        if (total + count <= judge_series_mostSeries) {
            total += count;
            jobs.push(job);
        }
        else if (isExpected.has(job))
            tooMany.push(`${job} (${count} series)`);
    }
    return { jobs, tooMany };
}
function findShortages({ samples, series }, jobs) {
    return jobs.flatMap((jobLabel) => {
        const counts = { samples: samples.get(jobLabel) ?? 0, series: series.get(jobLabel) ?? 0 };
        return counts.series < counts.samples ? [{ jobLabel, ...counts }] : [];
    });
}
const hint = 'Keep instance and job apart: take the labeldrop or replacement of them out of metric_relabel_configs, set honor_labels only where the labels that exporters send are distinct, and deploy the monitoring app so that no job of before writes beside.';
function judge_series_judgeSeries(facts) {
    const { shortages, isOpen } = facts;
    const { example } = facts.search;
    if (example !== undefined) {
        const evidence = `several targets write into one series, such as ${judge_series_seriesWords(example)}: ${listed(shortages.map(words))}`;
        return { ...series_identity_base, verdict: 'fail', evidence, hint };
    }
    if (shortages.length > 0 && isOpen) {
        const evidence = `fewer series than samples: ${listed(shortages.map(words))}`;
        return { ...series_identity_base, verdict: 'inconclusive', evidence, hint: 'Give the run more time (timeout).' };
    }
    return { ...series_identity_base, verdict: 'pass', evidence: passWords(facts), hint: '' };
}
function words({ jobLabel, samples, series }) {
    return `${jobLabel} has ${samples} samples in its last scrapes and ${series} series`;
}
function judge_series_seriesWords({ metric_name: name = '', ...labels }) {
    const pairs = Object.entries(labels).map(([label, value]) => `${label}=${JSON.stringify(value)}`);
    return `${name}{${pairs.join(',')}}`;
}
function passWords({ balance, countable, shortages, search }) {
    const total = countable.jobs.reduce((sum, job) => sum + (balance.series.get(job) ?? 0), 0);
    return [
        `${total} series, none of them written by several targets`,
        ...(shortages.length === 0
            ? []
            : [`the others have labels or timestamps of their own: ${listed(shortages.map(words))}`]),
        ...(search.leftOut === 0 ? [] : [`${search.leftOut} metrics were not looked into`]),
        ...(countable.tooMany.length === 0 ? [] : [`not counted, as too large: ${listed(countable.tooMany)}`]),
    ].join('; ');
}
//# sourceMappingURL=judge-series.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/checks/series/series-queries.js

/** What a scrape writes beside its samples; neither relabelling nor honor_labels touches it. */
const reported = [
    'up',
    'scrape_duration_seconds',
    'scrape_samples_scraped',
    'scrape_samples_post_metric_relabeling',
    'scrape_series_added',
    'scrape_timeout_seconds',
    'scrape_sample_limit',
    'scrape_body_size_bytes',
];
const series_queries_alerts = ['ALERTS', 'ALERTS_FOR_STATE'];
const series_queries_rangeOf = ({ windowMs }) => `[${Math.ceil(windowMs)}ms]`;
/** `last_over_time` keeps the names of the series, and sees none that an earlier Prometheus left behind. */
const series_queries_samplesOf = (window) => `sum by (job) (last_over_time(scrape_samples_post_metric_relabeling${series_queries_rangeOf(window)}))`;
function selectorOf({ recorded }, jobs) {
    const names = `__name__!~${anyOf([...reported, ...series_queries_alerts, ...recorded])}`;
    // A selector must not match everything.
    return jobs === undefined ? `{${names},__name__!=""}` : `{${names},job=~${anyOf(jobs)}}`;
}
/** Samples in the last scrape of each target, by the label `job`. */
async function askSamples(window, ask) {
    const answer = await ask(series_queries_samplesOf(window));
    return answer.kind === 'ok' ? { kind: 'found', value: series_queries_byJob(answer.value) } : answer;
}
/** Both in one answer, as a scrape between two questions would be in one of them only. */
async function askBalance(window, { jobs, ask }) {
    const series = `count by (job) (last_over_time(${selectorOf(window, jobs)}${series_queries_rangeOf(window)}))`;
    const named = (expr, kind) => `label_replace(${expr}, "kind", "${kind}", "", "")`;
    const answer = await ask(`${named(series_queries_samplesOf(window), 'samples')} or ${named(series, 'series')}`);
    if (answer.kind !== 'ok')
        return answer;
    return {
        kind: 'found',
        value: { samples: series_queries_byJob(answer.value, 'samples'), series: series_queries_byJob(answer.value, 'series') },
    };
}
/** Names of the series in those jobs, or in all. */
async function askNames(window, { jobs, ask }) {
    const answer = await ask(`count by (__name__) (last_over_time(${selectorOf(window, jobs)}${series_queries_rangeOf(window)}))`);
    if (answer.kind !== 'ok')
        return answer;
    return { kind: 'found', value: series_queries_seriesOf(answer.value).map(({ labels }) => labels['__name__'] ?? '') };
}
/**
 * A series that has more samples in the window than each target that could write it had scrapes has several writers. A
 * late scrape is no reason, as `up` is written with it. A job that is short may write under any label, so its scrapes count
 * for every series.
 */
function severalWritersQuery(window, { names, jobs, foreign, short }) {
    const range = series_queries_rangeOf(window);
    const ofShort = `scalar(max(count_over_time(up{job=~${anyOf(short)}}${range})))`;
    const ofJob = `max by (job) (count_over_time(up${range}))`;
    const elsewhere = foreign.length === 0 ? '' : `,job!~${anyOf(foreign)}`;
    const where = jobs === undefined ? elsewhere : `,job=~${anyOf(jobs)}`;
    return names
        .map((name) => {
        const samples = `count_over_time({__name__=${JSON.stringify(name)}${where}}${range})`;
        const several = `(${samples} > ${ofShort}) unless (${samples} <= on (job) group_left () ${ofJob})`;
        return `label_replace(topk(1, ${several}), "metric_name", ${JSON.stringify(name.replaceAll('$', '$$$$'))}, "", "")`;
    })
        .join(' or ');
}
/** Names in one query: some kilobytes, far below what Prometheus accepts. */
const series_queries_namesAtOnce = 20;
/** A series with several writers, the first that is found. */
async function askSeveralWriters(window, { ask, ...suspects }) {
    for (let start = 0; start < suspects.names.length; start += series_queries_namesAtOnce) {
        const names = suspects.names.slice(start, start + series_queries_namesAtOnce);
        const answer = await ask(severalWritersQuery(window, { ...suspects, names }));
        if (answer.kind !== 'ok')
            return answer;
        const [first] = series_queries_seriesOf(answer.value);
        if (first !== undefined)
            return { kind: 'found', value: first.labels };
    }
    return { kind: 'found', value: undefined };
}
function series_queries_byJob(result, kind) {
    const series = series_queries_seriesOf(result).filter(({ labels }) => labels['kind'] === kind);
    return new Map(series.map(({ labels, points }) => [labels['job'] ?? '', points[0]?.value ?? 0]));
}
function series_queries_seriesOf(result) {
    return result.type === 'series' ? result.series : [];
}
//# sourceMappingURL=series-queries.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/checks/series/series.js








/** Metrics whose series are looked into after a shortage; a collision of labels is nearly always of all metrics. */
const mostNames = 1_000;
const series = checkModule({
    ...series_identity_base,
    inputs: {},
    prepare: (_, { plan }) => ({
        when: 'proved',
        needsQueries: true,
        extraMs: plan.freshForMs,
        start: () => findCollisions,
    }),
});
async function findCollisions(context) {
    const ask = (expr) => context.api.query(expr);
    const window = { windowMs: context.plan.freshForMs, recorded: await recordedNames(context) };
    const samples = await askSamples(window, ask);
    if (samples.kind !== 'found')
        return unaskedResult(series_identity_base, samples);
    const expected = expectedLabels(context);
    const unreported = awakeJobs(context).filter((job) => !samples.value.has(job));
    if (unreported.length > 0)
        return unreportedResult(unreported);
    const countable = chooseCountable(samples.value, expected);
    const balance = await askBalance(window, { jobs: countable.jobs, ask });
    if (balance.kind !== 'found')
        return unaskedResult(series_identity_base, balance);
    const shortages = findShortages(balance.value, countable.jobs);
    const foreign = [...samples.value.keys()].filter((job) => !expected.includes(job));
    const search = await findExample(window, { shortages, expected, foreign, ask });
    if (search.kind !== 'found')
        return unaskedResult(series_identity_base, search);
    // A window in which each target was scraped twice shows every series that has several writers.
    const isOpen = (context.provedForMs ?? 0) < context.plan.freshForMs;
    const facts = { balance: balance.value, countable, shortages, search: search.value, isOpen };
    return { checks: [judge_series_judgeSeries(facts)], isPending: isOpen };
}
function unreportedResult(jobs) {
    const evidence = `the server does not say how many samples the scrapes hold (scrape_samples_post_metric_relabeling) of ${listed(jobs)}`;
    const hint = 'Run again; a server that does not keep what Prometheus reports of each scrape cannot prove it.';
    return { checks: [{ ...series_identity_base, verdict: 'inconclusive', evidence, hint }], isPending: true };
}
/** Values of the label `job`: relabelling may give several to one job. */
function expectedLabels(context) {
    const ofTargets = context.activeTargets.map(({ labels }) => labels['job'] ?? '');
    return [...new Set([...ofTargets, ...context.targets.jobs.map(({ job }) => jobLabelOf(context, job))])];
}
/** A rule writes as often as it is evaluated, under the labels of its query. A server without rules records nothing. */
async function recordedNames({ api }) {
    const answer = await api.rules();
    const groups = answer.kind === 'ok' ? answer.value : [];
    return groups.flatMap(({ rules }) => rules.filter(({ type }) => type === 'recording').map(({ name }) => name));
}
/** What lacks in a job that is expected may be stored anywhere; what lacks in another one is ours only among our series. */
async function findExample(window, { shortages, expected, foreign, ask }) {
    if (shortages.length === 0)
        return { kind: 'found', value: { example: undefined, leftOut: 0 } };
    const short = shortages.map(({ jobLabel }) => jobLabel);
    const jobs = short.some((job) => expected.includes(job)) ? undefined : expected;
    const names = await askNames(window, { jobs, ask });
    if (names.kind !== 'found')
        return names;
    const looked = names.value.slice(0, mostNames);
    const example = await askSeveralWriters(window, { names: looked, jobs, foreign, short, ask });
    if (example.kind !== 'found')
        return example;
    return { kind: 'found', value: { example: example.value, leftOut: names.value.length - looked.length } };
}
//# sourceMappingURL=series.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/checks/stability/stability.js



const stability_base = { name: 'stability', blame: 'app' };
/** Of the scrape time-out; above it the next slow garbage collection or a bit more traffic makes gaps. */
const slowShare = 0.8;
/** A service that answers once and dies is scraped once, too. */
const stability = checkModule({
    ...stability_base,
    inputs: {},
    prepare: (_, { plan }) => ({
        when: 'proved',
        extraMs: plan.stableForMs,
        steps: [`Would want all of it to hold for ${duration_formatDuration(plan.stableForMs)}.`],
        start: () => findStability,
    }),
});
async function findStability(context) {
    const { plan, provedForMs = 0, activeTargets } = context;
    const soak = duration_formatDuration(plan.stableForMs);
    if (provedForMs < plan.stableForMs) {
        // The same words in each look: a progress line is told once.
        const evidence = `everything must hold for ${soak}`;
        const hint = 'Targets go up and down: look at "fly logs", or give the run more time (timeout).';
        return { checks: [{ ...stability_base, verdict: 'inconclusive', evidence, hint }], isPending: true };
    }
    const slow = [...activeTargets.filter(isSlow).map(durationWords), ...(await slowCounted(context))];
    return slow.length > 0 ? { checks: [slowCheck(slow)], isPending: true } : { checks: [held(soak, activeTargets)] };
}
function isSlow({ lastScrapeDurationMs, scrapeTimeoutMs }) {
    return scrapeTimeoutMs !== undefined && lastScrapeDurationMs > slowShare * scrapeTimeoutMs;
}
/** Large jobs have no list; the slowest scrape of each is one line. */
async function slowCounted({ api, plan, targets }) {
    const counted = new Set(targets.jobs.filter((job) => job.counted !== undefined).map(({ job }) => job));
    if (counted.size === 0)
        return [];
    const answer = await api.query('max by (job) (scrape_duration_seconds)');
    const series = answer.kind === 'ok' && answer.value.type === 'series' ? answer.value.series : [];
    return series.flatMap(({ labels: { job = '' }, points: [point] }) => {
        const timeoutMs = plan.jobs.find(({ name }) => name === job)?.timeoutMs;
        const tookMs = (point?.value ?? 0) * 1_000;
        if (!counted.has(job) || timeoutMs === undefined || tookMs <= slowShare * timeoutMs)
            return [];
        return [`${job}: the slowest took ${duration_formatDuration(tookMs)} of ${duration_formatDuration(timeoutMs)}`];
    });
}
function slowCheck(slow) {
    const evidence = `scrapes nearly time out: ${listed(slow)}`;
    const hint = 'Make /metrics cheaper (fewer series, no blocked event loop), or raise scrape_timeout of the job.';
    return { ...stability_base, verdict: 'fail', evidence, hint };
}
function durationWords({ scrapePool, instance, lastScrapeDurationMs, scrapeTimeoutMs = 0 }) {
    return `${scrapePool} ${instance} took ${duration_formatDuration(lastScrapeDurationMs)} of ${duration_formatDuration(scrapeTimeoutMs)}`;
}
function held(soak, targets) {
    const slowestMs = targets.reduce((most, { lastScrapeDurationMs }) => Math.max(most, lastScrapeDurationMs), 0);
    const evidence = `held for ${soak}; the slowest scrape took ${duration_formatDuration(slowestMs)}`;
    return { ...stability_base, verdict: 'pass', evidence, hint: '' };
}
//# sourceMappingURL=stability.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/checks/check-table.js





















/** All checks in the order of the chain: each rests on those above it, and the report shows them so. */
const checkTable = [
    prometheus,
    configuration,
    locked,
    machines,
    jobs,
    labelSets,
    samples,
    series,
    metrics,
    release,
    stability,
    ingestion,
    rules,
    alerts,
    remoteWrite,
    remoteReadBack,
    datasource,
    panels,
    gates,
    alertsArrive,
    endpoints,
];
/** Checks that need the same input share its spec. */
const checkInputs = Object.assign({}, ...checkTable.map(({ inputs }) => inputs));
//# sourceMappingURL=check-table.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/engine/prepare-checks.js

/** Reads what the checks need from the repository. @throws SuiteError */
function prepareChecks(setup) {
    return Promise.all(checkTable.map(async (module) => ({
        module,
        prepared: await module.prepare(setup.inputs.forChecks, setup),
    })));
}
//# sourceMappingURL=prepare-checks.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/check.js
/** One failure makes all of it a failure; nothing proved is not green. */
function overallVerdict(verdicts) {
    if (verdicts.includes('fail'))
        return 'fail';
    if (verdicts.includes('inconclusive') || !verdicts.includes('pass'))
        return 'inconclusive';
    return 'pass';
}
//# sourceMappingURL=check.js.map
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
        throw this.complain(this.path === '' ? 'the whole document' : this.path, expected, field_kindOf(this.value));
    }
}
/** The kind and never the value: a machine's environment or a list of secrets must not end up in a message. */
function field_kindOf(value) {
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
    return `did not end within ${duration_formatDuration(afterMs)} and was stopped`;
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
const failure_texts_ownTexts = [
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
    const lines = said.some((line) => line.startsWith(failure_prefix)) ? said : [...said, ...progressFailures(outcome)];
    const messages = lines.flatMap((line, index) => (line.startsWith(failure_prefix) ? [{ index, line }] : []));
    const own = findOwn(messages.map(({ line }) => line.slice(failure_prefix.length)));
    const at = messages[own?.position ?? 0];
    const message = at?.line.slice(failure_prefix.length) ?? '';
    const kind = refine(own?.kind ?? topicOf(message) ?? kindOfExit(outcome), outcome);
    return { kind, said: excerpt({ kind, lines, from: at?.index, stdout: plain(outcome.stdout) }) };
}
/** F internal/cli/cli.go:153-175: the message, and behind it a suggestion that may hold a program's log. */
const failure_prefix = 'Error: ';
/**
 * When one group fails while another one still waits, flyctl ends as if it were cancelled: with 127, without a message,
 * and the reason stands among its progress on standard output (F internal/command/deploy/plan.go).
 */
function progressFailures({ stdout }) {
    const failures = linesOf(plain(stdout)).flatMap((line) => /^\s*✖.*? failed: (.+)$/.exec(line)?.[1] ?? []);
    return failures.map((reason) => `${failure_prefix}${reason}`);
}
/**
 * The most telling message that begins as only flyctl's do. A program's log may hold lines that begin with `Error: `
 * too, before flyctl's own (a release command's) and behind it (a smoke check's), so the order of lines says nothing.
 */
function findOwn(messages) {
    for (const { kind, words } of failure_texts_ownTexts) {
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
function command_isPassing({ kind, afterMs }) {
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
            if (answer.kind === 'done' || !command_isPassing(answer.failure))
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
async function wait_until_waitUntil(clock, plan, attempt) {
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
        const outcome = await wait_until_waitUntil(edges.clock, plan, async () => {
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
;// CONCATENATED MODULE: ./packages/verify/lib/targets/machines.js


/** Undefined where there is neither a token nor a login: nothing is downloaded on a guess. */
async function flyctlIfAny(access, tools) {
    if (access.token === undefined && !(await isLoggedIn(access.environment, tools)))
        return undefined;
    return openFlyctl(access, tools);
}
const notAsked = {
    kind: 'not-asked',
    reason: 'no fly-api-token was given, and flyctl is not logged in',
};
async function askMachines(apps, access, tools) {
    if (apps.length === 0)
        return { kind: 'known', byApp: new Map() };
    try {
        const flyctl = await flyctlIfAny(access, tools);
        if (flyctl === undefined)
            return notAsked;
        const lists = await Promise.all(apps.map(async (app) => [app, await flyctl.machines(app)]));
        return { kind: 'known', byApp: new Map(lists) };
    }
    catch (thrown) {
        if (!(0,suite_error/* isSuiteError */.t$)(thrown))
            throw thrown;
        const isLoggedOut = access.token === undefined && thrown.code === 'FLY_TOKEN_MISSING';
        if (isLoggedOut)
            return notAsked;
        return { kind: 'failed', reason: thrown.message, hint: thrown.hint };
    }
}
/** Those of the group that a deploy updates, standbys included: the verdict knows what to do with them. */
function machinesOf(machines, group) {
    return machines.filter((machine) => isOfRelease(machine) && (group === undefined || groupOf(machine) === group));
}
function isStandby({ config }) {
    return (config?.standbyFor.length ?? 0) > 0;
}
//# sourceMappingURL=machines.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/engine/check-session.js
/** A check at work: what it found last. */
class RunningCheck {
    module;
    prepared;
    asks;
    result;
    constructor(module, prepared, asks) {
        this.module = module;
        this.prepared = prepared;
        this.asks = asks;
    }
    async ask(context) {
        this.result = await this.asks(context);
    }
    async explain(context) {
        if (this.prepared.explain !== undefined)
            this.result = await this.prepared.explain(context);
    }
    get isGreen() {
        return this.result !== undefined && !isBad(this.result);
    }
    /** Waiting may still change it. */
    get isPending() {
        return this.result === undefined || (isBad(this.result) && this.result.isPending === true);
    }
    /** And its time is not up. */
    isOpenAt(overMs) {
        return this.result === undefined || (this.isPending && overMs < (this.prepared.extraMs ?? 0));
    }
}
/** All checks of one run, from look to look. */
class CheckSession {
    checks;
    #running;
    constructor(checks) {
        this.checks = checks;
    }
    /** How much longer than the proof of the targets may take those need that are still open. */
    extraMsAt(overMs) {
        const open = this.#followers.filter((one) => one.isOpenAt(overMs));
        return Math.max(0, ...open.map(({ prepared }) => prepared.extraMs ?? 0));
    }
    /** @returns whether all checks of the looks pass */
    async poll(context) {
        this.#running ??= await this.#start(context);
        const looking = this.#of('poll');
        await Promise.all(looking.map((one) => one.ask(context)));
        return looking.every(({ isGreen }) => isGreen);
    }
    /** Asks what had to wait for the proof, as far as it is not settled. */
    async follow(context) {
        const open = this.#followers.filter(({ isPending }) => isPending);
        await Promise.all(open.map((one) => one.ask(context)));
    }
    /** The wait is over without a proof. */
    async explain(context) {
        const red = this.#of('poll').filter(({ isGreen }) => !isGreen);
        const unasked = this.#of('end').filter(({ result }) => result === undefined);
        await Promise.all([...red.map((one) => one.explain(context)), ...unasked.map((one) => one.ask(context))]);
    }
    /** Something of what was asked is wrong for good. */
    isLostAt(overMs) {
        return (this.#running ?? []).some((one) => {
            const isLook = one.prepared.when === 'poll';
            const isOpen = isLook ? one.isPending : one.isOpenAt(overMs);
            return one.result !== undefined && !one.isGreen && !isOpen;
        });
    }
    isOpenAt(overMs) {
        return this.#followers.some((one) => one.isOpenAt(overMs));
    }
    /** In the order of the table. */
    resultsAt(overMs) {
        const isLost = this.isLostAt(overMs);
        return this.checks.map(({ module, prepared }) => {
            if ('skipped' in prepared)
                return skipped(module, prepared);
            const one = this.#running?.find((running) => running.module === module);
            if (one?.result === undefined)
                return skipped(module, { skipped: 'not asked while targets are missing' });
            return isLost && one.isOpenAt(overMs) ? cutOff(one.result) : one.result;
        });
    }
    async #start(context) {
        const started = this.checks.map(async ({ module, prepared }) => {
            if ('skipped' in prepared)
                return [];
            const ask = context.server.isAgent && prepared.needsQueries ? () => inAgent(module) : prepared.start(context);
            return [new RunningCheck(module, prepared, await ask)];
        });
        return (await Promise.all(started)).flat();
    }
    get #followers() {
        return [...this.#of('proved'), ...this.#of('end')];
    }
    #of(when) {
        return (this.#running ?? []).filter(({ prepared }) => prepared.when === when);
    }
}
function isBad({ checks }) {
    return checks.some(({ verdict }) => verdict === 'fail' || verdict === 'inconclusive');
}
/** Another check is lost, so this one was not waited for: what it could not prove yet is no finding. */
function cutOff(result) {
    const checks = result.checks.map((check) => check.verdict === 'inconclusive'
        ? { ...check, verdict: 'skipped', evidence: `not waited for: ${check.evidence}`, hint: '' }
        : check);
    return { ...result, checks };
}
function skipped({ name, blame }, { skipped: evidence, hint = '' }) {
    return { checks: [{ name, verdict: 'skipped', blame, evidence, hint }] };
}
function inAgent(module) {
    const hint = 'Verify the store that the agent writes to: set remote-query-url.';
    return skipped(module, { skipped: 'Prometheus runs as an agent, which answers neither queries nor rules', hint });
}
//# sourceMappingURL=check-session.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/targets/expect-jobs.js


/** What "all of it is up" means, with the best that is known. */
function expectJobs(jobs, machines) {
    return jobs.map((job) => ({ name: job.name, expectation: expectationOf(job, machines) }));
}
function expectationOf({ count, groups, staticTargets }, machines) {
    if (count !== undefined)
        return count;
    if (groups.length === 0 || machines.kind !== 'known')
        return { kind: 'at-least', count: Math.max(1, staticTargets) };
    const { byApp } = machines;
    // Names of several regions overlap: a machine counts once on each port.
    const found = new Map();
    for (const { app, group, region, machineId, port } of groups) {
        for (const machine of machinesOf(byApp.get(app) ?? [], group)) {
            const isMeant = (region ?? machine.region) === machine.region && (machineId ?? machine.id) === machine.id;
            if (isMeant)
                found.set(`${machine.id}:${port}`, expectedMachine(machine, port));
        }
    }
    return { kind: 'machines', machines: [...found.values()] };
}
function expectedMachine(machine, port) {
    const exit = machine.lastExit;
    const why = exit === undefined ? undefined : exit.oomKilled ? 'out of memory' : `exit code ${exit.exitCode}`;
    return {
        id: machine.id,
        address: machine.privateIp ?? '',
        port,
        state: machine.state,
        group: groupOf(machine),
        standby: isStandby(machine),
        autostop: machine.config?.autoStop ?? false,
        ...(why === undefined ? {} : { lastExit: exit?.at === undefined ? why : `${why} at ${exit.at}` }),
    };
}
//# sourceMappingURL=expect-jobs.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/targets/judge-target.js

/** One target that Prometheus knows. */
function judge_target_judgeTarget(target, { machineId, sinceMs }) {
    const row = {
        job: target.scrapePool,
        instance: target.instance,
        machineId,
        health: target.health,
        lastScrapeMs: target.lastScrapeMs,
    };
    const isFresh = target.lastScrapeMs !== undefined && target.lastScrapeMs >= sinceMs;
    if (target.lastScrapeMs === undefined)
        return failed(row, 'never-scraped', 'not scraped yet');
    if (target.health === 'up' && target.lastError === '') {
        if (isFresh)
            return { ...row, verdict: 'pass', failure: undefined, error: '', isPending: false };
        return failed(row, 'stale', 'last scraped before the deploy began');
    }
    const seen = target.lastError === '' ? `health is ${target.health}` : target.lastError;
    const judged = failed(row, classifyScrapeError(target.lastError), seen);
    // An error of before the deploy may belong to the release before: it is never final.
    return isFresh ? judged : { ...judged, isPending: true };
}
/** A machine that Prometheus has no target for. */
function judgeAbsent(machine, job) {
    const row = {
        job,
        instance: `${bracketed(machine.address)}:${machine.port}`,
        machineId: machine.id,
        lastScrapeMs: undefined,
    };
    const missing = { ...row, health: 'missing' };
    switch (machine.state) {
        case 'started':
            return failed(missing, 'not-discovered', 'the machine is started, but is no target');
        case 'stopped':
        case 'suspended':
            return machine.autostop ? asleep(row) : failed(missing, 'stopped', stoppedWords(machine));
        case 'failed':
            return failed(missing, 'stopped', stoppedWords(machine));
        default:
            return failed(missing, 'not-started', `the machine is ${machine.state}`);
    }
}
/** A whole job without anything to show: one row stands for it. */
function judgeEmpty(job, failure, error) {
    const row = { job, instance: '', machineId: undefined, health: 'missing', lastScrapeMs: undefined };
    return failed(row, failure, error);
}
function failed(row, failure, error) {
    return { ...row, verdict: 'fail', failure, error, isPending: !failureFacts[failure].isFinal };
}
function asleep(row) {
    const error = 'asleep: Fly stopped it for want of traffic';
    return { ...row, health: 'asleep', verdict: 'skipped', failure: undefined, error, isPending: false };
}
function stoppedWords({ state, lastExit }) {
    return lastExit === undefined ? `the machine is ${state}` : `the machine is ${state}; last exit: ${lastExit}`;
}
function bracketed(address) {
    return address.includes(':') && !address.startsWith('[') ? `[${address}]` : address;
}
//# sourceMappingURL=judge-target.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/targets/judge-machines.js


/** One row for each machine that is wanted, and one for each target that belongs to none of them. */
function judgeMachines(job, wanted, { targets, sinceMs }) {
    const byMachine = matchTargets(wanted, targets);
    const rows = wanted.map((machine) => judgeMachine(job, machine, { target: byMachine.get(machine), sinceMs }));
    const taken = new Set(byMachine.values());
    return [...rows, ...targets.filter((target) => !taken.has(target)).map((target) => judgeStranger(target, sinceMs))];
}
/** Relabelling may move a target to another port, so the port decides only where a job has several. */
function matchTargets(machines, targets) {
    const byHost = new Map();
    for (const target of targets) {
        const { host, port } = placeOf(target.scrapeUrl);
        const here = byHost.get(host);
        if (here === undefined)
            byHost.set(host, [{ target, port }]);
        else
            here.push({ target, port });
    }
    const isOnePort = new Set(machines.map(({ port }) => port)).size <= 1;
    const matched = new Map();
    for (const machine of machines) {
        const here = byHost.get(normalHost(machine.address)) ?? [];
        const at = here.findIndex(({ port }) => isOnePort || port === machine.port);
        const [found] = at < 0 ? [] : here.splice(at, 1);
        if (found !== undefined)
            matched.set(machine, found.target);
    }
    return matched;
}
/** In these states nothing runs, whatever the last scrape said: Prometheus lets go of a target late. */
const isDown = new Set(['stopped', 'suspended', 'failed']);
function judgeMachine(job, machine, { target, sinceMs }) {
    if (target === undefined || isDown.has(machine.state))
        return judgeAbsent(machine, job);
    const row = judge_target_judgeTarget(target, { machineId: machine.id, sinceMs });
    return row.verdict === 'fail' && machine.state !== 'started' ? judgeAbsent(machine, job) : row;
}
/** Of a machine that is gone, or a standby: a failing one is waited for, as DNS lets go of it late. */
function judgeStranger(target, sinceMs) {
    const row = judge_target_judgeTarget(target, { sinceMs });
    return row.verdict === 'fail' ? { ...row, isPending: true } : row;
}
//# sourceMappingURL=judge-machines.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/targets/judge-targets.js



/** Is every expected target scraped, now? An empty list is a failure: nothing proves nothing. */
function judgeTargets(evidence) {
    const proved = new Map((evidence.counted ?? []).map((one) => [one.job, one]));
    const jobs = evidence.jobs.map((job) => proved.get(job.name) ?? judge_targets_judgeJob(job, evidence));
    const expected = new Set(evidence.jobs.map(({ name }) => name));
    const pools = [...new Set(evidence.activeTargets.map(({ scrapePool }) => scrapePool))];
    return {
        jobs,
        unexpectedJobs: pools.filter((pool) => !expected.has(pool)).sort(),
        verdict: jobs.length === 0 ? 'fail' : overallVerdict(jobs.map(({ verdict }) => verdict)),
        isPending: jobs.some(({ rows }) => rows.some((row) => row.isPending)),
    };
}
function judge_targets_judgeJob(job, evidence) {
    const rows = judge_targets_rowsOf(job, evidence);
    return { job: job.name, verdict: jobVerdict(rows), rows };
}
/** Some asleep beside others that are up is a pass; all asleep proves nothing. */
function jobVerdict(rows) {
    return overallVerdict(rows.map(({ verdict }) => verdict));
}
function judge_targets_rowsOf({ name, expectation }, evidence) {
    const targets = evidence.activeTargets.filter(({ scrapePool }) => scrapePool === name);
    if (expectation.kind === 'machines')
        return machineRows(name, expectation.machines, { ...evidence, activeTargets: targets });
    const { count } = expectation;
    const rows = targets.map((target) => judge_target_judgeTarget(target, { sinceMs: correctedSince(evidence) }));
    if (targets.length === 0 && count > 0)
        return [noTargets(name, evidence)];
    if (targets.length < count)
        return [...rows, judgeEmpty(name, 'too-few', `${targets.length} of ${count} targets`)];
    if (expectation.kind === 'exactly' && targets.length > count) {
        return [...rows, judgeEmpty(name, 'too-many', `${targets.length} targets, ${count} expected`)];
    }
    // A job that should be empty and is: there is nothing to prove.
    return rows;
}
function machineRows(job, machines, evidence) {
    const { activeTargets: targets } = evidence;
    const wanted = machines.filter(({ standby, state }) => !standby && !isGoing(state));
    if (wanted.length === 0)
        return [judgeEmpty(job, 'no-machines', 'Fly lists no machine for this job')];
    const rows = judgeMachines(job, wanted, { targets, sinceMs: correctedSince(evidence) });
    const isNothingFound = targets.length === 0 && wanted.every(({ state }) => state === 'started');
    return isNothingFound ? rows.map((row) => ({ ...row, ...discoveryFailure(evidence) })) : rows;
}
function noTargets(job, evidence) {
    const { failure, error } = discoveryFailure(evidence);
    return judgeEmpty(job, failure, error);
}
function discoveryFailure({ dnsFailures = 0 }) {
    return dnsFailures > 0
        ? { failure: 'dns-failing', error: `no target; ${dnsFailures} DNS look-ups of Prometheus failed` }
        : { failure: 'dns-empty', error: 'Prometheus has no target for this job' };
}
function correctedSince({ sinceMs, clockSkewMs }) {
    return sinceMs === 0 ? 0 : sinceMs + clockSkewMs;
}
function isGoing(state) {
    return state === 'destroyed' || state === 'destroying';
}
//# sourceMappingURL=judge-targets.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/targets/target-source.js

/** Sizes of pools and lists of large jobs are asked again after so long. */
const staleAfterMs = 10_000;
/** Fetches the list of targets where it is small, and counts where it is large. */
class TargetSource {
    api;
    #sizes;
    #lists = new Map();
    constructor(api) {
        this.api = api;
    }
    async fetch(wanted) {
        const sizes = await this.#poolSizes(wanted);
        const total = wanted.jobs.reduce((sum, { name }) => sum + (sizes?.get(name) ?? 0), 0);
        return sizes === undefined || total < largeTargets ? this.#fetchAll(wanted) : this.#fetchOpen(wanted, sizes);
    }
    async #poolSizes({ nowMs, ownMetrics }) {
        if (this.#sizes === undefined || nowMs - this.#sizes.atMs >= staleAfterMs) {
            this.#sizes = { value: poolSizesOf(await ownMetrics()), atMs: nowMs };
        }
        return this.#sizes.value;
    }
    async #fetchAll({ nowMs }) {
        const answer = await this.api.targets();
        if (answer.kind !== 'ok')
            return answer;
        // It may have grown since the sizes were asked.
        if (answer.value.length >= largeTargets)
            this.#sizes = this.#sizes && { ...this.#sizes, atMs: nowMs - staleAfterMs };
        const pools = [...new Set(answer.value.map(({ scrapePool }) => scrapePool))];
        return { kind: 'answered', targets: answer.value, counted: [], pools };
    }
    async #fetchOpen(wanted, sizes) {
        const { jobs, freshSinceMs } = wanted;
        const counted = await proveByCounting(jobs, { api: this.api, sizes, freshSinceMs });
        const proved = new Set(counted.map(({ job }) => job));
        const targets = [];
        for (const { name } of jobs.filter((job) => !proved.has(job.name))) {
            const list = await this.#list(name, wanted.nowMs);
            if ('asked' in list)
                return list;
            targets.push(...list.value);
        }
        return { kind: 'answered', targets, counted, pools: [...sizes.keys()] };
    }
    async #list(name, nowMs) {
        const known = this.#lists.get(name);
        if (known !== undefined && nowMs - known.atMs < staleAfterMs && known.value.length >= largeTargets)
            return known;
        const answer = await this.api.targets(name);
        if (answer.kind !== 'ok')
            return answer;
        const list = { value: answer.value, atMs: nowMs };
        this.#lists.set(name, list);
        return list;
    }
}
//# sourceMappingURL=target-source.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/targets/wake.js
const wakeTimeoutMs = 20_000;
/**
 * Jobs whose machines all sleep prove nothing, so their app gets one request, as a visitor would send it.
 * @returns whether something may have woken up that is worth waiting for
 */
async function wakeSleepers(verdict, { plan, tools, woken }) {
    const asleep = verdict.jobs.filter(({ rows }) => rows.length > 0 && rows.every(({ health }) => health === 'asleep'));
    const apps = new Set(asleep.flatMap(({ job }) => appsOfJob(plan, job)));
    for (const app of apps) {
        if (woken.has(app))
            continue;
        tools.log.info(`All machines of a job of ${app} are asleep: sending it a request`);
        const answer = await tools.http.send({ url: `https://${app}.fly.dev/`, timeoutMs: wakeTimeoutMs });
        if (answer.kind === 'response')
            woken.add(app);
    }
    return [...apps].some((app) => woken.has(app));
}
function appsOfJob({ jobs }, name) {
    return jobs.find((job) => job.name === name)?.groups.map(({ app }) => app) ?? [];
}
//# sourceMappingURL=wake.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/engine/observer.js





/** Fly's API is asked again so often while something is missing: a machine may start, stop or be replaced meanwhile. */
const machinesAgeMs = 10_000;
/** Looks at Prometheus and Fly, and remembers between looks what need not be asked again. */
class Observer {
    observed;
    #version;
    #clockSkewMs;
    #flags;
    #machines;
    #dnsFailuresAtFirst;
    #woken = new Set();
    #source;
    constructor(observed) {
        this.observed = observed;
        this.#source = new TargetSource(observed.api);
    }
    server(address) {
        const flags = this.#flags ?? {};
        const isAgent = flags['agent'] === 'true' || flags['enable-feature']?.split(',').includes('agent') === true;
        return { address, version: this.#version, clockSkewMs: this.#clockSkewMs, flags, isAgent };
    }
    async poll() {
        const { api, plan, tools } = this.observed;
        const failure = await this.#greet();
        if (failure !== undefined)
            return { kind: 'unanswered', failure };
        const machines = await this.#currentMachines();
        const nowMs = tools.clock.now();
        const ownMetrics = once(() => askOwnMetrics(api));
        const loadedConfig = once(() => api.config());
        const jobs = expectJobs(plan.jobs, machines);
        const answer = await this.#source.fetch({ jobs, nowMs, freshSinceMs: this.#freshSinceMs(nowMs), ownMetrics });
        if (answer.kind !== 'answered')
            return { kind: 'unanswered', failure: answer };
        const targets = await this.#judge(jobs, answer, ownMetrics);
        const expected = new Set(plan.jobs.map(({ name }) => name));
        const activeTargets = answer.targets.filter(({ scrapePool }) => expected.has(scrapePool));
        const otherTargets = answer.targets.filter(({ scrapePool }) => !expected.has(scrapePool));
        return { kind: 'seen', targets, activeTargets, otherTargets, machines, ownMetrics, loadedConfig };
    }
    /** By the server's clock: what is scraped steadily is younger than two intervals. */
    #freshSinceMs(nowMs) {
        const { sinceMs, freshForMs } = this.observed.plan;
        return Math.max(sinceMs, nowMs - freshForMs) + (this.#clockSkewMs ?? 0);
    }
    /** Ready, which product, what time is it there. */
    async #greet() {
        const { api } = this.observed;
        const ready = await api.ready();
        if (ready.kind !== 'ok')
            return ready;
        if (this.#version === undefined) {
            const build = await api.buildInfo();
            if (build.kind !== 'ok')
                return build;
            this.#version = build.value.version;
        }
        this.#flags ??= await flagsOf(api);
        return this.#clockSkewMs === undefined ? await this.#compareClocks() : undefined;
    }
    async #compareClocks() {
        const { api, tools } = this.observed;
        const before = tools.clock.now();
        const time = await api.serverTime();
        if (time.kind !== 'ok')
            return time;
        this.#clockSkewMs = Math.round(time.value - (before + tools.clock.now()) / 2);
        return undefined;
    }
    async #currentMachines() {
        const nowMs = this.observed.tools.clock.now();
        if (this.#machines === undefined || nowMs - this.#machines.atMs >= machinesAgeMs) {
            this.#machines = { list: await this.observed.askMachines(), atMs: nowMs };
        }
        return this.#machines.list;
    }
    async #judge(jobs, { targets, counted, pools }, ownMetrics) {
        const { plan, tools } = this.observed;
        // Only worth a request when a job has nothing to show.
        const isNothingMissing = jobs.every(({ name }) => counted.some(({ job }) => job === name) || targets.some(({ scrapePool }) => scrapePool === name));
        const verdict = judgeTargets({
            jobs,
            counted,
            activeTargets: targets,
            sinceMs: plan.sinceMs,
            clockSkewMs: this.#clockSkewMs ?? 0,
            dnsFailures: isNothingMissing ? 0 : this.#newDnsFailures(await ownMetrics()),
        });
        const expected = new Set(jobs.map(({ name }) => name));
        const unexpectedJobs = pools.filter((pool) => !expected.has(pool)).sort();
        const isWaking = await wakeSleepers(verdict, { plan, tools, woken: this.#woken });
        return { ...verdict, unexpectedJobs, isPending: verdict.isPending || isWaking };
    }
    #newDnsFailures(answer) {
        if (answer.kind !== 'ok')
            return 0;
        const family = answer.value.families.find(({ name }) => name === lookupFailures);
        const total = family?.samples.reduce((sum, { value }) => sum + value, 0) ?? 0;
        this.#dnsFailuresAtFirst ??= total;
        return total - this.#dnsFailuresAtFirst;
    }
}
const lookupFailures = 'prometheus_sd_dns_lookup_failures_total';
/** Several checks read the same answer. */
function once(ask) {
    let answer;
    return () => {
        answer ??= ask();
        return answer;
    };
}
/** Engines that only speak Prometheus' language have no flags; that is no reason to wait. */
async function flagsOf(api) {
    const answer = await api.flags();
    if (answer.kind === 'ok')
        return answer.value;
    return answer.kind === 'not-found' || answer.kind === 'unexpected' ? {} : undefined;
}
//# sourceMappingURL=observer.js.map
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
    return wait_until_waitUntil(edges.clock, plan, async () => {
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
        message: `Port ${remotePort} of "${app}" gave no answer through flyctl proxy within ${duration_formatDuration(budgetMs)} (${attempts} attempts, last: ${last}).`,
        hint: `Look at "fly logs -a ${app}"; the token must be one that may use WireGuard, as deploy and org tokens may.`,
    });
}
//# sourceMappingURL=open-tunnel.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/engine/open-access.js


/** Seconds, mostly; flyctl itself gives tunnel and DNS up to four minutes (agent/client.go:441-486). */
const tunnelBudgetMs = 5 * 60_000;
async function openAccess(plan, fly, tools) {
    if (plan.kind === 'url')
        return { kind: 'open', url: plan.url, address: plan.url, close: async () => { } };
    const { app, remotePort } = plan;
    const address = `${app} (through flyctl proxy)`;
    try {
        const flyctl = await openFlyctl(fly, tools);
        tools.log.info(`Opening a way to port ${remotePort} of ${app} through flyctl proxy`);
        const tunnel = await openTunnel(flyctl, tools, { app, remotePort, budgetMs: tunnelBudgetMs });
        return { kind: 'open', url: tunnel.url, address, close: () => tunnel.close() };
    }
    catch (thrown) {
        if (!(0,suite_error/* isSuiteError */.t$)(thrown))
            throw thrown;
        return { kind: 'closed', address, reason: thrown.message, hint: thrown.hint };
    }
}
//# sourceMappingURL=open-access.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/engine/unanswered.js


/** What a final answer proves wrong is a failure; silence is not. */
function unansweredCheck(failure) {
    const blame = failure.kind === 'unreachable' ? 'network' : 'monitoring';
    const verdict = isFinal(failure) ? 'fail' : 'inconclusive';
    return { name: 'prometheus', verdict, blame, evidence: describeFailure(failure), hint: nextStep(failure) };
}
function nextStep(failure) {
    switch (failure.kind) {
        case 'refused':
            return errorCodes.PROMETHEUS_REFUSED.next;
        case 'not-ready':
            return errorCodes.PROMETHEUS_NOT_READY.next.replace('ready-timeout', 'timeout');
        case 'unreachable':
            return failure.reason === 'tls' ? errorCodes.NETWORK_UNREACHABLE.next : errorCodes.PROMETHEUS_UNREACHABLE.next;
        case 'not-found':
        case 'unexpected':
            return 'prometheus-url must be the address of Prometheus itself, with its path prefix if it has one.';
        case 'error':
            return 'Look at the log of Prometheus; it refuses what it was asked.';
    }
}
//# sourceMappingURL=unanswered.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/engine/live-table.js

const live_table_marks = { pass: '✔', fail: '✖', inconclusive: '…', skipped: '-' };
/** A table that fills the screen pushes away what was said before it. */
const live_table_mostRows = 12;
/** The targets as they are now, for somebody who watches; those that are not proved first. */
function liveTable(poll, serverNowMs) {
    if (poll.kind === 'unanswered')
        return [];
    const rows = poll.targets.jobs.flatMap((job) => job.rows);
    const sorted = [
        ...rows.filter(({ verdict }) => verdict !== 'pass'),
        ...rows.filter(({ verdict }) => verdict === 'pass'),
    ];
    if (sorted.length === 0)
        return [];
    const cells = sorted.slice(0, live_table_mostRows).map((row) => cellsOf(row, serverNowMs));
    const more = sorted.length > live_table_mostRows ? [`  and ${sorted.length - live_table_mostRows} more`] : [];
    return [...(0,markdown/* textTable */.ed)(['', 'JOB', 'INSTANCE', 'HEALTH', 'LAST SCRAPE', 'ERROR'], cells), ...more];
}
function cellsOf(row, nowMs) {
    const { verdict, isPending, job, instance, health, lastScrapeMs, error } = row;
    const age = lastScrapeMs === undefined ? 'never' : `${Math.max(0, Math.round((nowMs - lastScrapeMs) / 1_000))} s ago`;
    return [isPending ? live_table_marks.inconclusive : live_table_marks[verdict], job, instance, health, age, error];
}
//# sourceMappingURL=live-table.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/engine/progress.js


/** One line that says where it stands; the same line as before means that nothing changed. */
function progressOf(poll, results) {
    if (poll.kind === 'unanswered')
        return `Waiting for Prometheus: ${describeFailure(poll.failure)}`;
    const rows = poll.targets.jobs.flatMap((job) => job.rows).filter(({ health }) => health !== 'asleep');
    const open = rows.filter(({ verdict }) => verdict !== 'pass');
    const count = `${rows.length - open.length} of ${rows.length} targets proved`;
    if (open.length > 0)
        return `${count}; not yet: ${listed(open.map(progress_rowWords))}`;
    const checks = results.flatMap((result) => result.checks);
    const wrong = checks.filter(({ verdict }) => verdict === 'fail').map(({ name, evidence }) => `${name}: ${evidence}`);
    if (wrong.length > 0)
        return `${count}; but ${listed(wrong)}`;
    // By name only: what is being watched counts seconds, and a line for each second says nothing.
    const watched = checks.filter(({ verdict }) => verdict === 'inconclusive').map(({ name }) => name);
    return watched.length === 0 ? count : `${count}; still watching: ${watched.join(', ')}`;
}
function progress_rowWords({ job, instance, error }) {
    return `${[job, instance].filter((part) => part !== '').join(' ')}: ${error}`;
}
//# sourceMappingURL=progress.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/engine/watch-checks.js



/** Each pause is a little longer than the one before, up to this many times the first. */
const slowdown = { factor: 1.05, most: 3 };
/** Looks until everything is proved, nothing can change any more, or the time is up. */
async function watchChecks(watching) {
    try {
        return await lookAgain(watching);
    }
    finally {
        // The report has the table to keep.
        watching.tools.log.live?.([]);
    }
}
async function lookAgain(watching) {
    const { observer, session, plan, tools } = watching;
    const endMs = tools.clock.now() + plan.timeoutMs;
    let provedAtMs;
    let lastLine = '';
    let pauseMs = plan.intervalMs;
    for (let looks = 1;; looks++) {
        const poll = await observer.poll();
        const nowMs = tools.clock.now();
        const isProved = poll.kind === 'seen' && (await session.poll(watching.context(poll, sinceProof(provedAtMs, nowMs))));
        provedAtMs = isProved ? (provedAtMs ?? nowMs) : undefined;
        const overMs = nowMs - endMs;
        if (poll.kind === 'seen' && isProved) {
            await session.follow(watching.context(poll, sinceProof(provedAtMs, nowMs)));
        }
        const line = progressOf(poll, session.resultsAt(overMs));
        if (line !== lastLine)
            tools.log.info(line);
        lastLine = line;
        tools.log.live?.(liveTable(poll, nowMs + (observer.server('').clockSkewMs ?? 0)));
        const leftMs = (isProved ? session.extraMsAt(overMs) : 0) - (tools.clock.now() - endMs);
        if (leftMs <= 0 || isOver(poll, session, { isProved, overMs })) {
            if (poll.kind === 'seen' && !isProved)
                await session.explain(watching.context(poll, undefined));
            return { poll, looks, overMs };
        }
        await tools.clock.sleep(Math.min(pauseMs, leftMs, soakLeftMs(plan, sinceProof(provedAtMs, tools.clock.now()))));
        // What was proved is close to its end: slowness would only add to it.
        pauseMs = isProved
            ? plan.intervalMs
            : Math.min(Math.ceil(pauseMs * slowdown.factor), plan.intervalMs * slowdown.most);
    }
}
/** The look that ends the soak comes when it ends, not up to a pause later. */
function soakLeftMs({ stableForMs }, provedForMs) {
    const leftMs = stableForMs - (provedForMs ?? stableForMs);
    return leftMs > 0 ? leftMs : Number.POSITIVE_INFINITY;
}
function sinceProof(provedAtMs, nowMs) {
    return provedAtMs === undefined ? undefined : nowMs - provedAtMs;
}
function isOver(poll, session, { isProved, overMs }) {
    if (poll.kind === 'unanswered')
        return isFinal(poll.failure);
    return session.isLostAt(overMs) || (isProved && !session.isOpenAt(overMs));
}
//# sourceMappingURL=watch-checks.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/engine/run.js









async function runVerify(work, tools) {
    const { inputs, plan, checks, environment } = work;
    if (inputs.dryRun) {
        const steps = checks.flatMap(({ prepared }) => ('when' in prepared ? (prepared.steps ?? []) : []));
        return { kind: 'planned', lines: describePlan(plan, steps) };
    }
    const startedMs = tools.clock.now();
    const token = inputs.flyMonitoringApiToken ?? inputs.flyApiToken;
    const access = await openAccess(plan.access, { token, environment, inputs }, tools);
    if (access.kind === 'closed')
        return run_noAccess(plan, access, { startedMs, finishedMs: tools.clock.now() });
    try {
        return await observe(work, access, { startedMs, tools });
    }
    finally {
        await access.close();
    }
}
async function observe({ inputs, plan, checks, environment }, access, { startedMs, tools }) {
    const api = prometheusApi({ http: tools.http, baseUrl: access.url, auth: inputs.auth });
    const fly = { token: inputs.flyApiToken, environment, inputs };
    const observer = new Observer({ api, plan, tools, askMachines: () => askMachines(plan.apps, fly, tools) });
    const session = new CheckSession(checks);
    const anonymous = prometheusApi({ http: tools.http, baseUrl: access.url });
    const context = ({ kind: _, ...snapshot }, provedForMs) => ({
        ...snapshot,
        api,
        anonymous,
        plan,
        tools,
        provedForMs,
        server: observer.server(access.address),
        nowMs: tools.clock.now(),
        flyctl: () => flyctlIfAny(fly, tools),
    });
    const { poll, looks, overMs } = await tools.log.group(`Looking at Prometheus at ${access.address}`, () => watchChecks({ observer, session, plan, tools, context }));
    const results = poll.kind === 'seen' ? session.resultsAt(overMs) : [{ checks: [unansweredCheck(poll.failure)] }];
    const seen = poll.kind === 'seen' ? poll.targets : undefined;
    return {
        kind: 'verified',
        plan,
        verdict: overallVerdict(results.flatMap((result) => result.checks).map(({ verdict }) => verdict)),
        server: observer.server(access.address),
        checks: results.flatMap((result) => result.checks),
        targets: results.map(({ targets }) => targets).findLast((targets) => targets !== undefined) ?? seen,
        reports: results.flatMap(({ report }) => report ?? []),
        looks,
        startedMs,
        finishedMs: tools.clock.now(),
    };
}
function run_noAccess(plan, { address, reason, hint }, times) {
    const check = { name: 'prometheus', verdict: 'inconclusive', blame: 'network', evidence: reason, hint };
    const server = { address, version: undefined, clockSkewMs: undefined, flags: {}, isAgent: false };
    const nothing = { targets: undefined, reports: [], looks: 0 };
    return { kind: 'verified', plan, verdict: 'inconclusive', server, checks: [check], ...nothing, ...times };
}
//# sourceMappingURL=run.js.map
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
;// CONCATENATED MODULE: ./packages/prometheus/lib/access-inputs.js

/** Where Prometheus answers, and what it wants to see. */
const prometheusAccessInputs = {
    'prometheus-url': url({
        help: 'Address of Prometheus. Empty: https://<monitoring-app>.fly.dev when a password or token is given, else its private one.',
        environment: 'PROMETHEUS_URL',
    }),
    'prometheus-user': input_kinds_text({
        help: 'User of its basic auth.',
        default: 'admin',
        environment: 'PROMETHEUS_USER',
        pattern: /^[^:\s]+$/,
        expects: 'a name without blanks and colons',
    }),
    'prometheus-password': input_kinds_secret({ help: 'Password of its basic auth.', environment: 'PROMETHEUS_PASSWORD' }),
    'prometheus-token': input_kinds_secret({
        help: 'Bearer token, for a Prometheus behind another kind of door.',
        environment: 'PROMETHEUS_TOKEN',
    }),
};
const twofoldAuth = 'Inputs "prometheus-password" and "prometheus-token" are both given; only one of them can be shown.';
//# sourceMappingURL=access-inputs.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/base-inputs.js


const defaultConfigFile = 'monitoring/prometheus-fly.yml';
const defaultDashboards = 'dashboards';
/** Those that belong to no single check; the others are with their checks. */
const baseInputs = {
    ...sharedInputs,
    ...flyctlInputs,
    deadline: deadlineInput('20m'),
    'app-config': appConfig,
    'monitoring-config': monitoringConfig,
    ...prometheusAccessInputs,
    ...insecureHttpInput,
    'prometheus-config': input_kinds_text({
        help: 'Prometheus configuration of the repository: each of its jobs must be scraped.',
        default: defaultConfigFile,
    }),
    jobs: list({
        help: 'Jobs in place of those in the configuration: name, name=2 (exactly) or name>=2 (at least), one a line.',
    }),
    since: list({
        help: 'Only scrapes after this count: RFC 3339 or Unix seconds, such as the output started-at of a deploy. Of several, one a line, the latest. Empty: any scrape counts.',
    }),
    dashboards: list({
        help: 'Dashboards whose panels are tried: folders (their *.json), files or patterns.',
        default: defaultDashboards,
    }),
    timeout: duration({
        help: 'How long to wait for a full pass. Empty: what the configuration needs (DNS refresh + 5 s + 2 scrape intervals + scrape time-out).',
    }),
    interval: duration({ help: 'Pause between two looks, at first; it grows to three times as much.', default: '1s' }),
    'stable-for': duration({
        help: 'How long all of it must hold before the run is green. Empty: one scrape interval.',
    }),
    report: input_kinds_text({ help: 'Where to write the report as JSON. Empty: nowhere.' }),
};
//# sourceMappingURL=base-inputs.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/job-expectation.js
const job_expectation_form = /^(?<name>[^=>]+?)\s*(?:(?<operator>>?=)\s*(?<count>\d+))?$/;
/** `name`, `name=2` or `name>=2` each. */
function parseJobExpectations(lines) {
    const jobs = [];
    const problems = [];
    for (const line of lines) {
        const expectation = job_expectation_parseLine(line);
        if (expectation === undefined)
            problems.push(`Input "jobs" holds "${line}"; each line must be name, name=2 or name>=2.`);
        else if (jobs.some(({ name }) => name === expectation.name))
            problems.push(`Input "jobs" names "${expectation.name}" twice.`);
        else
            jobs.push(expectation);
    }
    return { jobs, problems };
}
function job_expectation_parseLine(line) {
    const groups = job_expectation_form.exec(line)?.groups;
    const name = groups?.['name'];
    if (name === undefined)
        return undefined;
    const count = groups?.['count'] === undefined ? undefined : Number(groups['count']);
    if (count === undefined)
        return { name, count: undefined };
    if (count < 1)
        return undefined;
    return { name, count: { kind: groups?.['operator'] === '=' ? 'exactly' : 'at-least', count } };
}
//# sourceMappingURL=job-expectation.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/inputs.js







const verifyTargetsInputs = { ...baseInputs, ...checkInputs };
const shortestIntervalMs = 100;
/** @throws SuiteError INPUT_INVALID with everything that is wrong */
async function parseVerifyInputs(raw) {
    const all = await parseWithRules(verifyTargetsInputs, raw, inputs_problemsOf);
    const parsed = all;
    const times = (parsed.since ?? []).map(parseTime);
    const isNamed = (name, usual) => ![undefined, '', usual].includes(raw.given[name]?.trim());
    return Object.freeze({
        ...parsed,
        jobs: parseJobExpectations(parsed.jobs ?? []).jobs,
        // Both deploys of a run must be over before a scrape proves anything.
        sinceMs: Math.max(0, ...times),
        firstSinceMs: times.length === 0 ? 0 : Math.min(...times),
        auth: inputs_authOf(parsed),
        isConfigNamed: isNamed('prometheus-config', defaultConfigFile),
        areDashboardsNamed: isNamed('dashboards', defaultDashboards),
        forChecks: all,
    });
}
function tooLong(waitsMs) {
    return `Input "deadline" leaves no time for what input "timeout", "stable-for" and "bake" ask for (${duration_formatDuration(waitsMs)} together); raise it.`;
}
async function inputs_problemsOf(values) {
    const { jobs = [], since = [], prometheusPassword, prometheusToken, interval, deadline = 0, } = values;
    const { timeout = 0, stableFor = 0, gates = [], bake = 0 } = values;
    const waitsMs = timeout + stableFor + (gates.length === 0 ? 0 : bake);
    const isTwofold = prometheusPassword !== undefined && prometheusToken !== undefined;
    const isTooFast = interval !== undefined && interval < shortestIntervalMs;
    return [
        ...parseJobExpectations(jobs).problems,
        ...since.filter((time) => Number.isNaN(parseTime(time))).map(notATime),
        ...(isTwofold ? [twofoldAuth] : []),
        ...(waitsMs > deadline ? [tooLong(waitsMs)] : []),
        ...(isTooFast ? ['Input "interval" must be at least 100ms.'] : []),
        ...flyctlProblems(values),
        ...plainHttpProblems(credentialAddresses(values), values.allowInsecureHttp),
        ...(await Promise.all(checkTable.map((check) => check.problems(values)))).flat(),
    ];
}
/** All addresses that a secret is sent to; the endpoints are asked without one. */
function credentialAddresses(values) {
    const { prometheusUrl, prometheusPassword, prometheusToken } = values;
    const password = prometheusPassword && 'prometheus-password';
    return [
        { input: 'prometheus-url', url: prometheusUrl, credential: prometheusToken ? 'prometheus-token' : password },
        { input: 'grafana-url', url: values.grafanaUrl, credential: values.grafanaToken && 'grafana-token' },
        {
            input: 'remote-query-url',
            url: values.remoteQueryUrl,
            credential: values.remoteQueryPassword && 'remote-query-password',
        },
    ];
}
function inputs_authOf({ prometheusUser, prometheusPassword, prometheusToken }) {
    if (prometheusToken !== undefined)
        return { token: prometheusToken };
    return prometheusPassword === undefined ? undefined : { user: prometheusUser, password: prometheusPassword };
}
function notATime(time) {
    return `Input "since" is "${time}"; it must be a time such as 2026-01-31T10:00:00Z or 1769853600.`;
}
//# sourceMappingURL=inputs.js.map
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
        return extract_parseTime(ctx, c, end);
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
function extract_parseTime(ctx, c, endChr) {
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
/* harmony default export */ const smol_toml_dist = ({ parse: parse, stringify: stringify, TomlDate: TomlDate, TomlError: TomlError });

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
;// CONCATENATED MODULE: ./packages/grafana/lib/document/decode-text.js
/** JSON is UTF-8 (RFC 8259, 8.1). Anything else is named: read as UTF-8 it would be imported with broken letters. */
function decodeText(bytes) {
    const format = formatOf(bytes);
    if (format !== undefined)
        return { kind: 'other', problem: format };
    try {
        // The decoder drops a byte order mark by itself.
        return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
    }
    catch {
        return { kind: 'other', problem: notUtf8(bytes) };
    }
}
function formatOf(bytes) {
    const [first = 1, second = 1, third = 1, fourth = 1] = bytes;
    if (first === 0x1f && second === 0x8b)
        return 'it is compressed with gzip; decompress it (gunzip) and commit the JSON';
    if (first === 0x50 && second === 0x4b && third === 0x03)
        return 'it is a ZIP archive; unpack it and commit the JSON';
    if (first === 0xff && second === 0xfe)
        return encoded(third === 0 && fourth === 0 ? 'UTF-32LE' : 'UTF-16LE');
    if (first === 0xfe && second === 0xff)
        return encoded('UTF-16BE');
    // A JSON text begins with a character of ASCII, whose other byte in UTF-16 is zero.
    if (first === 0 && second !== 0)
        return encoded('UTF-16BE');
    if (first !== 0 && second === 0)
        return encoded(third === 0 ? 'UTF-32LE' : 'UTF-16LE');
    return undefined;
}
function encoded(encoding) {
    return `it is encoded as ${encoding}, not as UTF-8; convert it with "iconv -f ${encoding} -t UTF-8", or save it as UTF-8 in the editor`;
}
function notUtf8(bytes) {
    const at = firstBrokenByte(bytes);
    const line = bytes.subarray(0, at).filter((byte) => byte === 0x0a).length + 1;
    const hex = (bytes[at] ?? 0).toString(16).padStart(2, '0');
    return `it is not UTF-8: byte 0x${hex} in line ${line}, perhaps Latin-1 (Windows-1252); convert it with "iconv -f WINDOWS-1252 -t UTF-8", or save it as UTF-8 in the editor`;
}
/** Where a tolerant decoder puts its first replacement character, unless the file itself has one there. */
function firstBrokenByte(bytes) {
    const tolerant = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    for (const { index } of tolerant.matchAll(/\uFFFD/g)) {
        const at = Buffer.byteLength(tolerant.slice(0, index));
        const isItsOwn = bytes[at] === 0xef && bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd;
        if (!isItsOwn)
            return at;
    }
    return bytes.length;
}
//# sourceMappingURL=decode-text.js.map
;// CONCATENATED MODULE: ./packages/grafana/lib/document/check-dashboard.js


/** Grafana's own rules: pkg/services/dashboards/errors.go and its short-id validation. */
const uidPattern = /^[A-Za-z0-9_-]+$/;
const check_dashboard_uidMaxLength = 40;
const titleMaxLength = 5_000;
/**
 * What would make Grafana refuse the dashboard or show an empty page. Not the official JSON schema: that refuses 33 of
 * 40 public dashboards which Grafana loads without complaint.
 */
function dashboardProblems(json) {
    return [
        ...titleProblems(json),
        ...uidProblems(json),
        ...listProblems(json),
        ...allPanels(json).flatMap(targetProblems),
    ];
}
function titleProblems(json) {
    const title = json_textIn(json, 'title')?.trim() ?? '';
    if (title === '')
        return ['title is missing; it must be a text that is not empty'];
    if (title.length <= titleMaxLength)
        return [];
    return [`title has ${title.length} characters; Grafana takes ${titleMaxLength} at most`];
}
function uidProblems(json) {
    const uid = json['uid'];
    if (uid === undefined || uid === null || uid === '')
        return [];
    if (typeof uid !== 'string')
        return ['uid must be a text'];
    const problems = [];
    if (!uidPattern.test(uid))
        problems.push(`uid "${uid}" may hold only letters, digits, hyphens and underscores`);
    if (uid.length > check_dashboard_uidMaxLength)
        problems.push(`uid has ${uid.length} characters; Grafana takes ${check_dashboard_uidMaxLength} at most`);
    return problems;
}
function listProblems(json) {
    return ['panels', 'rows'].flatMap((name) => {
        const field = json[name];
        if (field === undefined)
            return [];
        if (!Array.isArray(field))
            return [`${name} must be a list`];
        return field.flatMap((item, index) => (json_isObject(item) ? [] : [`${name}[${index}] must be an object`]));
    });
}
function targetProblems(panel) {
    const where = panelName(panel);
    const targets = panel['targets'];
    if (targets === undefined || targets === null)
        return [];
    if (!Array.isArray(targets))
        return [`targets of ${where} must be a list`];
    return listIn(panel, 'targets').flatMap((target, index) => {
        if (!json_isObject(target))
            return [`targets[${index}] of ${where} must be an object`];
        const expr = target['expr'];
        return expr === undefined || expr === null || typeof expr === 'string'
            ? []
            : [`targets[${index}].expr of ${where} must be a text`];
    });
}
//# sourceMappingURL=check-dashboard.js.map
;// CONCATENATED MODULE: ./packages/grafana/lib/document/repair-dashboard.js


/** What Grafana mends itself when it loads a dashboard, done before the import, so that every reader sees the same. */
function repairDashboard(json) {
    const notes = [];
    const whole = withoutEmptyLists(json, notes);
    const numbered = mapPanels(whole, uniqueIds(whole, notes));
    return { json: mapPanels(numbered, (panel) => uniqueRefIds(panel, notes)), notes };
}
/** `null` for a list is an empty list to Grafana, and a null entry is none. */
function withoutEmptyLists(json, notes) {
    const { panels, rows, ...rest } = json;
    const lists = { ...(panels == null ? {} : { panels }), ...(rows == null ? {} : { rows }) };
    const filled = Object.keys(lists).length === 0 ? { panels: [] } : lists;
    const kept = panels === null || rows === null || !('panels' in json || 'rows' in json) ? { ...rest, ...filled } : json;
    if (panels == null && rows == null)
        notes.push('it has no panels: its page will be empty');
    return withoutNulls(kept, { where: 'the dashboard', notes });
}
const listsOfObjects = ['panels', 'rows', 'targets'];
function withoutNulls(holder, { where, notes }) {
    const lists = listsOfObjects.flatMap((name) => {
        const list = holder[name];
        if (!Array.isArray(list))
            return [];
        const kept = list.filter((item) => item !== null);
        const dropped = list.length - kept.length;
        if (dropped > 0)
            notes.push(`${name} of ${where} holds null ${dropped === 1 ? 'once' : `${dropped} times`}; left out`);
        const inner = (item) => withoutNulls(item, { where: panelName(item), notes });
        return [[name, name === 'targets' ? kept : kept.map((item) => (json_isObject(item) ? inner(item) : item))]];
    });
    return { ...holder, ...Object.fromEntries(lists) };
}
/** A copy in which `change` has replaced every panel, in the order of `allPanels`. */
function mapPanels(json, change) {
    const inside = (holder) => {
        if (!Array.isArray(holder['panels']))
            return holder;
        return { ...holder, panels: holder['panels'].map((panel) => (json_isObject(panel) ? inside(change(panel)) : panel)) };
    };
    const top = inside(json);
    if (!Array.isArray(top['rows']))
        return top;
    return { ...top, rows: listIn(top, 'rows').map((row) => (json_isObject(row) ? inside(row) : row)) };
}
/**
 * The later of two panels of one id gets the next free one, as in `ensurePanelsHaveUniqueIds` of Grafana
 * (public/app/features/dashboard/state/DashboardModel.ts).
 */
function uniqueIds(json, notes) {
    let next = 1 + Math.max(0, ...allPanels(json).map((panel) => numberIn(panel, 'id') ?? 0));
    const taken = new Map();
    return (panel) => {
        const { id } = panel;
        if (id === undefined || id === null)
            return panel;
        const other = taken.get(id);
        if (other === undefined)
            taken.set(id, panelName(panel));
        if (other === undefined)
            return panel;
        notes.push(`panel id ${String(id)} is used by ${other} and by ${panelName(panel)}; the second gets ${next}`);
        return { ...panel, id: next++ };
    };
}
function uniqueRefIds(panel, notes) {
    const all = new Set(objectsIn(panel, 'targets').flatMap((target) => json_textIn(target, 'refId') ?? []));
    const seen = new Set();
    if (!Array.isArray(panel['targets']))
        return panel;
    const targets = panel['targets'].map((target) => {
        const refId = json_textIn(target, 'refId') ?? '';
        if (!json_isObject(target) || refId === '')
            return target;
        if (!seen.has(refId)) {
            seen.add(refId);
            return target;
        }
        const free = nextRefId(all);
        all.add(free);
        notes.push(`refId ${refId} is used twice in ${panelName(panel)}; the second query gets ${free}`);
        return { ...target, refId: free };
    });
    return { ...panel, targets };
}
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
/** A to Z, then A1, B1 … */
function nextRefId(taken) {
    for (let round = 0;; round++) {
        const free = [...letters].map((one) => `${one}${round === 0 ? '' : round}`).find((refId) => !taken.has(refId));
        if (free !== undefined)
            return free;
    }
}
//# sourceMappingURL=repair-dashboard.js.map
;// CONCATENATED MODULE: ./packages/grafana/lib/document/unwrap.js

const unwrap_refused = (problem) => ({ kind: 'refused', problem });
const notYet = 'it is a V2 resource (elements and layout), which is not supported yet; export it from Grafana as "Classic" or "V1 Resource"';
/**
 * The classic dashboard in any of the shapes that Grafana hands out: classic JSON, a V1 resource (12.2 to 13.0 export
 * it by default), or the `{dashboard, meta}` of its HTTP API.
 */
function unwrapDashboard(value) {
    if (json_textIn(value, 'apiVersion') !== undefined || json_textIn(value, 'kind') !== undefined)
        return unwrapResource(value);
    if (json_isObject(value['elements']))
        return unwrap_refused(notYet);
    const inner = json_objectIn(value, 'dashboard');
    return { kind: 'classic', json: inner ?? value };
}
function unwrapResource(resource) {
    const apiVersion = json_textIn(resource, 'apiVersion') ?? '';
    const kind = json_textIn(resource, 'kind');
    const spec = json_objectIn(resource, 'spec');
    if (!apiVersion.startsWith('dashboard.grafana.app/') || kind !== 'Dashboard') {
        return unwrap_refused(`it is a resource of ${apiVersion || 'no apiVersion'}, kind ${kind ?? 'none'}, not a Grafana dashboard`);
    }
    if (spec === undefined)
        return unwrap_refused('spec is missing; it must hold the dashboard');
    if (/\/v2/.test(apiVersion) || json_isObject(spec['elements']))
        return unwrap_refused(notYet);
    return unwrap_named(spec, json_textIn(json_objectIn(resource, 'metadata'), 'name'));
}
/** A resource is known by metadata.name; Grafana refuses another uid inside. */
function unwrap_named(spec, name) {
    const uid = json_textIn(spec, 'uid') ?? '';
    if (name === undefined || name === '')
        return { kind: 'classic', json: spec };
    if (uid !== '' && uid !== name)
        return unwrap_refused(`spec.uid is "${uid}" but metadata.name is "${name}"; they must be equal`);
    return { kind: 'classic', json: { ...spec, uid: name } };
}
//# sourceMappingURL=unwrap.js.map
;// CONCATENATED MODULE: ./packages/grafana/lib/document/parse-dashboard.js





const tellingFields = [
    'panels',
    'rows',
    'elements',
    'schemaVersion',
    'templating',
    '__inputs',
    'dashboard',
    'apiVersion',
];
/** Reads one file and names everything that is wrong with it. */
function parseDashboard(text, { file }) {
    const value = parse_dashboard_parseJson(text);
    if (value.kind === 'broken')
        return { kind: 'invalid', file, problems: [`it is not JSON: ${value.problem}`] };
    const { json } = value;
    if (!json_isObject(json) || !tellingFields.some((field) => field in json))
        return { kind: 'other', file };
    const unwrapped = unwrapDashboard(json);
    if (unwrapped.kind === 'refused')
        return { kind: 'invalid', file, problems: [unwrapped.problem] };
    const repaired = repairDashboard(unwrapped.json);
    const problems = dashboardProblems(repaired.json);
    if (problems.length > 0)
        return { kind: 'invalid', file, problems };
    return { kind: 'dashboard', document: documentOf(repaired, file) };
}
function parse_dashboard_parseJson(text) {
    try {
        return { kind: 'json', json: JSON.parse(text.replace(/^\uFEFF/, '')) };
    }
    catch (error) {
        return { kind: 'broken', problem: (0,suite_error/* errorMessage */.gJ)(error) };
    }
}
function documentOf({ json, notes: repairs }, file) {
    const given = json_textIn(json, 'uid') ?? '';
    const uid = given === '' ? uidFromFile(file) : given;
    const note = `uid is missing; "${uid}" is taken from the name of the file, which must not be renamed`;
    const notes = given === '' ? [note, ...repairs] : repairs;
    return { file, uid, title: json_textIn(json, 'title') ?? '', json: { ...json, uid }, notes };
}
function uidFromFile(file) {
    const name = file.replace(/^.*[\\/]/, '').replace(/\.json$/i, '');
    const slug = name
        .replace(/[^A-Za-z0-9_-]+/g, '-')
        .replace(/^-+|-+$/g, '')
        .slice(0, 40);
    return slug === '' ? 'dashboard' : slug;
}
//# sourceMappingURL=parse-dashboard.js.map
;// CONCATENATED MODULE: ./packages/grafana/lib/import/wanted-dashboard.js

function wantedDashboard({ file, uid, title }, { json, libraryPanels }) {
    return { file, uid, title, json, hash: contentHash(json), ...(libraryPanels === undefined ? {} : { libraryPanels }) };
}
/** Files that claim the uid of another one: each would overwrite the other on every run, so none is meant more. */
function sharedUids(documents) {
    return documents.flatMap(({ uid, file }) => {
        const others = documents.filter((other) => other.uid === uid && other.file !== file);
        if (others.length === 0)
            return [];
        return [{ file, problems: [`uid "${uid}" is used by ${others.map((other) => other.file).join(' and ')} as well`] }];
    });
}
//# sourceMappingURL=wanted-dashboard.js.map
;// CONCATENATED MODULE: ./packages/grafana/lib/files/bad-file.js

const badFileHint = 'Correct the files, or export them again from Grafana with "Export for sharing externally".';
/** For those who can do nothing with the others alone. */
function invalid(bad) {
    const lines = bad.flatMap(({ file, problems }) => problems.map((problem) => `${file}: ${problem}`));
    return new suite_error/* SuiteError */.$K({ code: 'DASHBOARD_INVALID', message: lines.join('\n'), hint: badFileHint });
}
//# sourceMappingURL=bad-file.js.map
;// CONCATENATED MODULE: ./packages/grafana/lib/files/read-dashboards.js







/**
 * All dashboards that the input names.
 * @throws SuiteError FILE_MISSING for an entry that means no file, DASHBOARD_INVALID with everything wrong in all files
 */
async function readDashboards(entries, place) {
    const { documents, bad } = await findDashboards(entries, place);
    if (bad.length > 0)
        throw invalid(bad);
    return documents;
}
/**
 * The good ones and the bad ones apart.
 * @throws SuiteError as above, DASHBOARD_INVALID when none is good
 */
async function findDashboards(entries, place) {
    const found = await findFiles(entries, place);
    const parsed = await Promise.all(found.map((file) => readOne(file, place)));
    const read = parsed.flatMap((one) => (one.kind === 'dashboard' ? [one.document] : []));
    const shared = sharedUids(read);
    const bad = [...parsed.flatMap((one) => (one.kind === 'invalid' ? [one] : [])), ...shared];
    const isShared = (file) => shared.some((one) => one.file === file);
    const documents = read.filter(({ file }) => !isShared(file));
    if (documents.length > 0)
        return { documents, bad };
    if (bad.length > 0)
        throw invalid(bad);
    throw read_dashboards_missing([`Input "dashboards" is "${entries.join(', ')}"; no dashboard is there.`]);
}
function read_dashboards_missing(problems) {
    return new suite_error/* SuiteError */.$K({
        code: 'FILE_MISSING',
        message: problems.join('\n'),
        hint: 'Check out the repository before this step; paths are relative to its root.',
    });
}
async function findFiles(entries, place) {
    const found = new Map();
    const problems = [];
    for (const entry of entries) {
        const files = await filesOf(entry, place);
        if (files.length === 0)
            problems.push(`Input "dashboards" names "${entry}"; there is no JSON file there.`);
        for (const file of files)
            found.set(file.path, file);
    }
    if (problems.length > 0)
        throw read_dashboards_missing(problems);
    return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}
async function filesOf(entry, { files, workspace }) {
    const choice = parseFileChoice(entry);
    if (choice.kind === 'file') {
        return (await files.exists(read_dashboards_absolute(workspace, choice.path))) ? [{ path: choice.path, isNamed: true }] : [];
    }
    const below = choice.kind === 'folder' ? choice.path : choice.below;
    const isMeant = choice.kind === 'folder' ? isFolderDashboard : choice.matches;
    const listed = await files.list(read_dashboards_absolute(workspace, below));
    return listed.filter(isMeant).map((path) => ({ path: below === '.' ? path : `${below}/${path}`, isNamed: false }));
}
async function readOne({ path, isNamed }, { files, workspace }) {
    const bytes = await files.readBytes(read_dashboards_absolute(workspace, path));
    if (bytes === undefined)
        return { kind: 'invalid', file: path, problems: ['it is not a file'] };
    const decoded = decodeText(bytes);
    if (decoded.kind === 'other')
        return { kind: 'invalid', file: path, problems: [decoded.problem] };
    const parsed = parseDashboard(decoded.text, { file: path });
    if (parsed.kind !== 'other' || !isNamed)
        return parsed;
    return { kind: 'invalid', file: path, problems: ['it has no field of a Grafana dashboard'] };
}
function read_dashboards_absolute(workspace, path) {
    return (0,external_node_path_.isAbsolute)(path) ? path : (0,external_node_path_.join)(workspace, path);
}
//# sourceMappingURL=read-dashboards.js.map
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
    (0,dist/* visit */.YR)(document, {
        Scalar: (_key, scalar, path) => {
            const isName = scalar.value === from && namesApp(path);
            if (isName)
                renamedAnchors.add(scalar);
            rewrite(scalar, (source) => (isName ? labelText(scalar, to) : renamed(source, from, to)));
        },
        // The anchor may stand for something that is no app, such as the name of a job.
        Alias: (_key, alias, path) => {
            const scalar = resolveAlias(alias, document);
            if (!(0,dist/* isScalar */.jn)(scalar) || renamedAnchors.has(scalar))
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
    const key = rewrite_internal_names_keyOf(path.at(-1));
    if (key === 'fly_app')
        return true;
    const map = path.at(-2);
    return key === 'replacement' && (0,dist/* isMap */.jh)(map) && rewrite_internal_names_textOf(map.get('target_label', true)) === 'fly_app';
}
function rewrite_internal_names_keyOf(pair) {
    return (0,dist/* isPair */.tO)(pair) ? rewrite_internal_names_textOf(pair.key) : undefined;
}
function rewrite_internal_names_textOf(node) {
    return (0,dist/* isScalar */.jn)(node) ? node.value : undefined;
}
/** An app may be called 123 or true: other readers than Prometheus would see no text in that without quotes. */
function labelText(scalar, to) {
    const isQuoted = scalar.type === 'QUOTE_DOUBLE' || scalar.type === 'QUOTE_SINGLE';
    return isQuoted || typeof (0,dist.parse)(to) !== 'string' ? JSON.stringify(to) : to;
}
//# sourceMappingURL=rewrite-internal-names.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/repository/read-repository.js





/** @throws SuiteError that names the file that is missing or wrong */
async function readMaterial(inputs, place) {
    const read = await readConfig(inputs, place);
    return { config: read?.config, configText: read?.text, dashboards: await readPanels(inputs, place) };
}
async function readConfig(inputs, place) {
    const { files, workspace } = place;
    const file = inputs.prometheusConfig;
    const text = await files.readText((0,external_node_path_.isAbsolute)(file) ? file : (0,external_node_path_.join)(workspace, file));
    if (text === undefined) {
        if (inputs.jobs.length > 0 && !inputs.isConfigNamed)
            return undefined;
        throw new suite_error/* SuiteError */.$K({
            code: 'FILE_MISSING',
            message: `Input "prometheus-config" is "${file}"; there is no such file.`,
            hint: 'Check out the repository before this step, or name the expected jobs in input "jobs".',
        });
    }
    const included = await read_repository_readIncluded(parsePrometheusConfig(text, { file }), place);
    const own = forApp({ file, text, included }, inputs);
    const config = checked(parsePrometheusConfig(own.text, own));
    if (config.jobs.length === 0 && inputs.jobs.length === 0)
        throw onlyInImage(config);
    return { config, text: own.text };
}
/** Nothing would be expected, and so nothing proved. */
function onlyInImage({ file, scrapeConfigFiles }) {
    return new suite_error/* SuiteError */.$K({
        code: 'PROMETHEUS_CONFIG_INVALID',
        message: `${file}: all jobs are in ${scrapeConfigFiles.join(', ')}, which only the image has, so none is expected.`,
        hint: 'Name the jobs in input "jobs", or give a path relative to the file.',
    });
}
async function read_repository_readIncluded(config, place) {
    const { files, missing } = await readIncludedFiles(config, place);
    if (missing.length === 0)
        return files;
    throw new suite_error/* SuiteError */.$K({
        code: 'PROMETHEUS_CONFIG_INVALID',
        message: missing
            .map((pattern) => `${config.file}: scrape_config_files names ${pattern}; there is no such file.`)
            .join('\n'),
        hint: 'Prometheus starts without these jobs, and says nothing. Correct the path, or take it out.',
    });
}
/** The deploy wrote the app's own name into the files; where several apps are named, they stay as they are. */
function forApp(texts, { monitoredApp: app, appConfig }) {
    const [from, ...others] = appsOf(parsePrometheusConfig(texts.text, texts));
    if (from === undefined || others.length > 0)
        return texts;
    if (app === undefined)
        throw invalidInputs([namelessApp(appConfig)]);
    const renamed = (text) => rewriteInternalNames(text, { from, to: app });
    return {
        ...texts,
        text: renamed(texts.text),
        included: texts.included.map(({ path, text }) => ({ path, text: renamed(text) })),
    };
}
function checked(config) {
    const errors = config.problems.filter(({ level }) => level === 'error');
    if (errors.length === 0)
        return config;
    throw new suite_error/* SuiteError */.$K({
        code: 'PROMETHEUS_CONFIG_INVALID',
        message: errors.map(({ file, line, message }) => `${file}:${line}: ${message}`).join('\n'),
        hint: 'Correct the lines shown.',
    });
}
async function readPanels(inputs, place) {
    try {
        return await readDashboards(inputs.dashboards, place);
    }
    catch (thrown) {
        // A repository without dashboards is no mistake as long as nobody named one.
        if ((0,suite_error/* isSuiteError */.t$)(thrown) && thrown.code === 'FILE_MISSING' && !inputs.areDashboardsNamed)
            return [];
        throw thrown;
    }
}
//# sourceMappingURL=read-repository.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/with-app-names.js

/** The monitoring app is looked for by its name only where nobody gives its address. */
async function withAppNames(inputs, problems, place) {
    const { monitoredApp, monitoringApp } = await findAppNames(inputs, problems, place);
    if (monitoringApp === undefined && inputs.prometheusUrl === undefined) {
        problems.input(namelessMonitoringApp(inputs.monitoringConfig));
    }
    return Object.freeze({ ...inputs, monitoredApp, monitoringApp });
}
//# sourceMappingURL=with-app-names.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/prepare.js






/** @throws SuiteError that names everything that is wrong */
async function prepareVerify(raw, tools) {
    const problems = new Problems();
    const parsed = await problems.attemptRead(() => parseVerifyInputs(raw));
    if (needsFly(raw) && !(await hasFlyToken(['fly-monitoring-api-token', 'fly-api-token'], raw, tools))) {
        problems.add(flyTokenMissing(otherWay));
    }
    const place = { files: tools.files, workspace: tools.context.workspace };
    const inputs = parsed === undefined ? undefined : await withAppNames(parsed, problems, place);
    const repository = inputs === undefined ? undefined : await problems.attemptRead(() => readMaterial(inputs, place));
    if (inputs === undefined || repository === undefined)
        throw problems.joined();
    problems.throwIfAny();
    return { inputs, repository };
}
/** Prometheus is asked through `flyctl proxy` when nothing of these is given; they may be wrong, so they are not parsed. */
function needsFly({ given, environment }) {
    const names = ['prometheus-url', 'prometheus-password', 'prometheus-token'];
    const isGiven = (text) => text !== undefined && text.trim() !== '';
    const isDryRun = given['dry-run']?.trim().toLowerCase() === 'true';
    const isReached = names.some((name) => isGiven(given[name]) || isGiven(environment[baseInputs[name].environment ?? '']));
    return !isDryRun && !isReached;
}
const otherWay = 'Or give prometheus-url (PROMETHEUS_URL), or PROMETHEUS_PASSWORD for https://<monitoring-app>.fly.dev.';
//# sourceMappingURL=prepare.js.map
// EXTERNAL MODULE: ./packages/kit/lib/text/foreign-text.js
var foreign_text = __nccwpck_require__(7338);
;// CONCATENATED MODULE: ./packages/verify/lib/report/report-parts.js
/** Those that are wrong first: tables may be cut at their end. */
function report_parts_rowsOf({ targets }) {
    const rows = targets?.jobs.flatMap((job) => job.rows) ?? [];
    return [...rows.filter(({ verdict }) => verdict === 'fail'), ...rows.filter(({ verdict }) => verdict !== 'fail')];
}
/** Sleeping machines are not counted: nobody expects them to be up. */
function countTargets(outcome) {
    const rows = report_parts_rowsOf(outcome).filter(({ health }) => health !== 'asleep');
    const counted = outcome.targets?.jobs.reduce((sum, job) => sum + (job.counted?.up ?? 0), 0) ?? 0;
    return { up: rows.filter(({ verdict }) => verdict === 'pass').length + counted, total: rows.length + counted };
}
function blamesOf({ checks }) {
    return [...new Set(checks.filter(({ verdict }) => verdict === 'fail').map(({ blame }) => blame))].sort();
}
/** Failures, then what is not proved. */
function openChecks({ checks }) {
    const are = (wanted) => checks.filter(({ verdict }) => verdict === wanted);
    return [...are('fail'), ...are('inconclusive')];
}
/** Each step once, however many checks need it. */
function nextSteps(outcome) {
    const byHint = new Map();
    for (const { name, hint } of openChecks(outcome))
        byHint.set(hint, [...(byHint.get(hint) ?? []), name]);
    return [...byHint].map(([hint, names]) => ({ names, hint }));
}
/** Seconds before the end of the run, by Prometheus' clock. */
function scrapeAge({ lastScrapeMs }, { server, finishedMs }) {
    if (lastScrapeMs === undefined)
        return 'never';
    const ageMs = Math.max(0, finishedMs + (server.clockSkewMs ?? 0) - lastScrapeMs);
    return `${(ageMs / 1_000).toFixed(1)} s ago`;
}
//# sourceMappingURL=report-parts.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/report/report-summary.js


const verdictMarks = { pass: '✅', fail: '❌', inconclusive: '❔', skipped: '⏭️' };
/** More rows help nobody to read; the JSON report has them all. */
const report_summary_mostRows = 200;
/** The verdict on top, then what to do, then the evidence. */
function summaryOf(outcome) {
    const { up, total } = countTargets(outcome);
    return [
        `### ${verdictMarks[outcome.verdict]} verify-targets: ${outcome.verdict}, ${up} of ${total} targets up`,
        doNext(outcome),
        targetsTable(outcome),
        checksTable(outcome),
        ...outcome.reports.map(({ summary = '' }) => summary),
        (0,markdown/* escapeCell */.kq)(footnote(outcome)),
    ]
        .filter((part) => part !== '')
        .join('\n\n')
        .concat('\n');
}
function doNext(outcome) {
    const steps = nextSteps(outcome).map(({ names, hint }) => `- **${(0,markdown/* escapeCell */.kq)(names.join(', '))}:** ${(0,markdown/* escapeCell */.kq)(hint)}`);
    return steps.length === 0 ? '' : ['**Do next**', '', ...steps].join('\n');
}
function targetsTable(outcome) {
    const rows = report_parts_rowsOf(outcome);
    const cells = rows
        .slice(0, report_summary_mostRows)
        .map((row) => [
        (0,markdown/* escapeCell */.kq)(row.job),
        (0,markdown/* escapeCell */.kq)(row.machineId === undefined ? row.instance : `${row.instance} (${row.machineId})`),
        `${verdictMarks[row.verdict]} ${row.health}`,
        scrapeAge(row, outcome),
        (0,markdown/* escapeCell */.kq)(row.error),
    ]);
    const table = (0,markdown/* markdownTable */.Qj)(['Job', 'Instance', 'Health', 'Last scrape', 'Error'], cells);
    return rows.length > report_summary_mostRows
        ? `${table}\n\n_${rows.length - report_summary_mostRows} more targets are in the JSON report._`
        : table;
}
function checksTable({ checks }) {
    const rows = checks.map(({ name, verdict, blame, evidence }) => [
        (0,markdown/* escapeCell */.kq)(name),
        `${verdictMarks[verdict]} ${verdict}`,
        verdict === 'fail' ? blame : '',
        (0,markdown/* escapeCell */.kq)(evidence),
    ]);
    return (0,markdown/* markdownTable */.Qj)(['Check', 'Verdict', 'Blames', 'What was seen'], rows);
}
function footnote({ server, plan, looks, startedMs, finishedMs, targets }) {
    const since = plan.sinceMs === 0 ? 'at any time' : `after ${new Date(plan.sinceMs).toISOString()}`;
    const others = targets?.unexpectedJobs ?? [];
    const also = others.length === 0 ? '' : ` Also scraped: ${others.join(', ')}.`;
    const took = `${duration_formatDuration(finishedMs - startedMs)} of ${duration_formatDuration(plan.timeoutMs)}, ${looks} looks`;
    return `Prometheus ${server.version ?? ''} at ${server.address}; scrapes ${since} count; took ${took}.${also}`;
}
//# sourceMappingURL=report-summary.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/report/report.js



const verifyTargetsOutputs = {
    verdict: 'pass, fail or inconclusive; empty after a dry run.',
    blames: 'JSON list of what the failed checks blame: app, monitoring, dashboards, remote, network.',
    report: 'Path of the JSON report; empty when none was asked for.',
    'targets-up': 'Targets that were proved.',
    'targets-total': 'Targets that were expected, without sleeping machines.',
    'checks-failed': 'JSON list of the names of the checks that failed.',
};
/** Of the ten that GitHub shows for a step, the most useful first. */
const mostAnnotations = 10;
function reportVerify(outcome, reportPath) {
    switch (outcome.kind) {
        case 'planned':
            return plannedReport(outcome.lines);
        case 'verified':
            return verifiedReport(outcome, reportPath);
    }
}
function plannedReport(lines) {
    const outputs = Object.fromEntries(Object.keys(verifyTargetsOutputs).map((name) => [name, '']));
    const items = lines.map((line) => `- ${(0,markdown/* escapeCell */.kq)(line)}`).join('\n');
    const summary = `### 📋 verify-targets: dry run, nothing was asked\n\n${items}\n`;
    return { conclusion: 'success', outputs, summary, lines: lines.map(foreign_text/* harmless */.Is), annotations: [] };
}
function verifiedReport(outcome, reportPath) {
    const { up, total } = countTargets(outcome);
    const failed = outcome.checks.filter(({ verdict }) => verdict === 'fail').map(({ name }) => name);
    return {
        conclusion: outcome.verdict === 'pass' ? 'success' : 'failure',
        outputs: {
            verdict: outcome.verdict,
            blames: JSON.stringify(blamesOf(outcome)),
            report: reportPath,
            'targets-up': String(up),
            'targets-total': String(total),
            'checks-failed': JSON.stringify(failed),
        },
        summary: summaryOf(outcome),
        lines: report_linesOf(outcome).map(foreign_text/* harmless */.Is),
        annotations: annotationsOf(outcome).slice(0, mostAnnotations),
    };
}
function report_linesOf(outcome) {
    const { up, total } = countTargets(outcome);
    const targets = report_parts_rowsOf(outcome).map((row) => [row.job, row.instance, row.health, scrapeAge(row, outcome), row.error]);
    const checks = outcome.checks.map(({ name, verdict, evidence }) => [name, verdict, evidence]);
    return [
        ...(targets.length === 0 ? [] : [...(0,markdown/* textTable */.ed)(['JOB', 'INSTANCE', 'HEALTH', 'LAST SCRAPE', 'ERROR'], targets), '']),
        ...(0,markdown/* textTable */.ed)(['CHECK', 'VERDICT', 'SEEN'], checks),
        '',
        ...outcome.reports.flatMap(({ lines = [] }) => lines),
        `Verdict: ${outcome.verdict}, ${up} of ${total} targets up`,
        ...nextSteps(outcome).map(({ names, hint }) => `Next, for ${names.join(', ')}: ${hint}`),
    ];
}
/** A check that annotates by itself knows a better place. */
function annotationsOf(outcome) {
    const own = outcome.reports.flatMap(({ annotations = [] }) => annotations);
    const isTold = ({ name }) => own.some(({ level, check }) => level === 'error' && check === name);
    const open = openChecks(outcome).filter((check) => !isTold(check));
    const errors = own.filter(({ level }) => level === 'error');
    return [
        ...open.map((check) => checkAnnotation(check, outcome)),
        ...errors,
        ...own.filter(({ level }) => level !== 'error'),
    ];
}
function checkAnnotation({ name, verdict, evidence, hint }, { plan }) {
    const job = plan.jobs.find((one) => `job:${one.name}` === name);
    const code = job !== undefined ? 'TARGETS_DOWN' : 'VERIFY_FAILED';
    const title = verdict === 'inconclusive' ? 'VERIFY_INCONCLUSIVE' : code;
    const base = { level: 'error', title, message: `${name}: ${evidence}\nNext: ${hint}`, check: name };
    return job?.place === undefined ? base : { ...base, place: job.place };
}
//# sourceMappingURL=report.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/report/report-json.js

/** Raised when a field changes its meaning or goes; new fields do not raise it. */
const schemaVersion = 1;
function jsonReport(outcome) {
    const { plan, server } = outcome;
    return {
        schema: 'fly-monitoring/verify-report',
        schemaVersion,
        verdict: outcome.verdict,
        blames: blamesOf(outcome),
        startedAt: report_json_iso(outcome.startedMs),
        finishedAt: report_json_iso(outcome.finishedMs),
        since: plan.sinceMs === 0 ? null : report_json_iso(plan.sinceMs),
        timeoutMs: plan.timeoutMs,
        looks: outcome.looks,
        prometheus: {
            address: server.address,
            version: server.version ?? null,
            clockSkewMs: server.clockSkewMs ?? null,
        },
        checks: outcome.checks,
        targets: report_parts_rowsOf(outcome).map(jsonTarget),
        unexpectedJobs: outcome.targets?.unexpectedJobs ?? [],
        // What the checks add under names of their own.
        ...Object.assign({}, ...outcome.reports.map(({ json = {} }) => json)),
    };
}
function jsonTarget({ job, instance, machineId, health, verdict, failure, error, lastScrapeMs, }) {
    const lastScrape = lastScrapeMs === undefined ? null : report_json_iso(lastScrapeMs);
    return { job, instance, machineId: machineId ?? null, health, verdict, failure: failure ?? null, error, lastScrape };
}
function report_json_iso(ms) {
    return new Date(ms).toISOString();
}
//# sourceMappingURL=report-json.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/stage.js









const verifyTargets = {
    name: 'verify-targets',
    purpose: 'Proves that every expected service is scraped on every machine, and that the panels of the dashboards work.',
    inputs: verifyTargetsInputs,
    outputs: verifyTargetsOutputs,
    prepare: async (raw, tools) => {
        const { files, context, log } = tools;
        const { inputs, repository } = await prepareVerify(raw, tools);
        tellUnusedHosts(verifyTargetsInputs, inputs.forChecks, log);
        const plan = planVerify(inputs, repository);
        const { environment } = raw;
        const checks = await prepareChecks({
            inputs,
            repository,
            plan,
            files,
            environment,
            workspace: context.workspace,
        });
        const run = async () => {
            const limited = withDeadline(tools, { ms: inputs.deadline, stage: 'verify-targets' });
            for (const { level, file, line, message } of repository.config?.problems ?? []) {
                if (level === 'warning')
                    log.info(`${file}:${line}: ${message}`);
            }
            const outcome = await runVerify({ inputs, plan, checks, environment }, limited);
            return reportVerify(outcome, await writeReport(outcome, inputs, tools));
        };
        // Its servers are what the stages before it deploy, so nothing can be asked of them before.
        return { preflight: async () => { }, run };
    },
};
/** @returns its path, empty when none was wanted */
async function writeReport(outcome, inputs, { files, context }) {
    if (inputs.report === undefined || outcome.kind !== 'verified')
        return '';
    const path = (0,external_node_path_.isAbsolute)(inputs.report) ? inputs.report : (0,external_node_path_.join)(context.workspace, inputs.report);
    await files.writeText(path, `${JSON.stringify(jsonReport(outcome), undefined, 2)}\n`);
    return path;
}
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
/******/ var __webpack_exports__ = __nccwpck_require__(9429);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
