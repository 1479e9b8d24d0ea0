// What an action cannot do without by GitHub's own documentation: the toolkit, and one line said with it.
import { setFailed } from '@actions/core';

setFailed('INPUT_INVALID');
