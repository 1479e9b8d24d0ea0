export const id = 556;
export const ids = [556];
export const modules = {

/***/ 4556:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  applyPrune: () => (/* binding */ applyPrune),
  skipPrune: () => (/* binding */ skipPrune)
});

// EXTERNAL MODULE: ./packages/grafana/lib/api/answer.js
var api_answer = __webpack_require__(1103);
// EXTERNAL MODULE: ./packages/grafana/lib/api/transport.js
var api_transport = __webpack_require__(5656);
// EXTERNAL MODULE: ./packages/grafana/lib/api/dashboards/dashboards.js
var dashboards = __webpack_require__(4286);
// EXTERNAL MODULE: ./packages/grafana/lib/api/dashboards/read-save.js
var read_save = __webpack_require__(6753);
;// CONCATENATED MODULE: ./packages/grafana/lib/api/dashboards/delete-dashboard.js




const maxAttempts = 4;
/**
 * Deletes one dashboard if it is still what it was when that was planned. Grafana's request takes no version, so it is
 * read right before, each time: what somebody saved or made anew under the uid meanwhile is left.
 */
async function deleteDashboard(transport, request) {
    for (let attempt = 0;; attempt++) {
        const stored = await (0,dashboards/* readDashboard */.F)(transport, request.uid);
        if (stored.kind !== 'ok')
            return unread(stored);
        if (stored.value === undefined)
            return { kind: attempt === 0 ? 'gone' : 'deleted' };
        const change = await changeOf(transport, stored.value, request);
        if (change !== undefined)
            return { kind: 'left', reason: change };
        const refusal = await request.beforeDeleting(stored.value);
        if (refusal !== undefined)
            return { kind: 'not-kept', reason: refusal };
        const path = `/api/dashboards/uid/${encodeURIComponent(request.uid)}`;
        const answer = await transport.ask({ method: 'DELETE', path });
        if (answer.kind === 'ok')
            return { kind: 'deleted' };
        // Grafana says "not found" whatever kept it from reading the dashboard (getDashboardHelper in pkg/api/dashboard.go).
        const mayBeDone = (0,api_answer/* isDoubtful */.G)(answer) || answer.kind === 'not-found';
        if (!mayBeDone || attempt + 1 === maxAttempts)
            return { kind: 'failed', failure: answer };
        await transport.clock.sleep((0,api_transport/* backoffMs */.jo)(attempt));
    }
}
/** An import saves none in the schema V2, so that somebody did it since. */
function unread(failure) {
    if (!(0,dashboards/* isOtherSchema */.W)(failure))
        return { kind: 'failed', failure };
    return { kind: 'left', reason: 'somebody saved it in the schema V2 during the import' };
}
/** By the record as well: a dashboard that was deleted and made anew begins with version 1 again. */
async function changeOf(transport, stored, { version, message, folderUid }) {
    if (stored.folderUid !== folderUid)
        return 'somebody moved it to another folder during the import';
    const save = await (0,read_save/* readSave */.o)(transport, stored);
    const isSame = stored.version === version && save.kind === 'ok' && save.value?.message === message;
    return isSame ? undefined : `somebody saved version ${stored.version} during the import`;
}
//# sourceMappingURL=delete-dashboard.js.map
// EXTERNAL MODULE: ./packages/grafana/lib/api/explain.js + 1 modules
var explain = __webpack_require__(9562);
// EXTERNAL MODULE: ./packages/kit/lib/interruption.js
var interruption = __webpack_require__(643);
// EXTERNAL MODULE: ./packages/stages/lib/import-dashboards/backup.js
var backup = __webpack_require__(7533);
// EXTERNAL MODULE: ./packages/stages/lib/import-dashboards/prune/prune-plan.js
var prune_plan = __webpack_require__(5922);
;// CONCATENATED MODULE: ./packages/stages/lib/import-dashboards/prune/apply-prune.js




/** One after the other; the whole list is told before the first one goes. */
async function applyPrune(pruning) {
    const { plan, log } = pruning;
    for (const { title, uid, reason } of plan.deletes)
        log.info(`will be deleted: ${title} (${uid}): ${reason}`);
    const results = plan.left.map((one) => ({ ...one, kind: 'left' }));
    for (const { title, reason } of plan.left)
        log.info(`left: ${title} (${reason})`);
    for (const step of plan.deletes) {
        try {
            const result = await deleteOne(step, pruning);
            log.info(`${result.kind}: ${result.title} (${result.reason})`);
            results.push(result);
        }
        catch (thrown) {
            if ((0,interruption/* isInterruption */.s)(thrown))
                return { results, interruptedAt: step.title };
            throw thrown;
        }
    }
    return { results, interruptedAt: undefined };
}
/** Of a run that deletes nothing. */
function skipPrune(plan) {
    return (0,prune_plan/* deleteNothing */.F)(plan).left.map((one) => ({ ...one, kind: 'left' }));
}
async function deleteOne(step, { transport, backup }) {
    const { uid, folderUid, version, message } = step;
    const beforeDeleting = backup.keep;
    return resultOf(step, await deleteDashboard(transport, { uid, folderUid, version, message, beforeDeleting }));
}
function resultOf({ uid, title, url, reason }, outcome) {
    const one = { uid, title, url };
    switch (outcome.kind) {
        case 'deleted':
            return { ...one, kind: 'deleted', reason };
        case 'gone':
            return { ...one, kind: 'deleted', reason: `${reason}; somebody deleted it before this run did` };
        case 'left':
            return { ...one, kind: 'left', reason: outcome.reason };
        case 'not-kept':
            return { ...one, kind: 'failed', reason: outcome.reason, ...backup/* notKept */.EM };
        case 'failed': {
            const { code, seen, hint } = (0,explain/* explainFailure */.S)(outcome.failure);
            return { ...one, kind: 'failed', reason: seen, code, hint };
        }
    }
}
//# sourceMappingURL=apply-prune.js.map

/***/ })

};
