import { describe, expect, test } from '@jest/globals';
import { describeMovingPart, movingParts } from './moving-parts.js';

const digest = `sha256:${'a'.repeat(64)}`;

const told = (dockerfile: string, given: Readonly<Record<string, string>> = {}) =>
  movingParts(dockerfile, new Map(Object.entries(given))).map(describeMovingPart);
const images = (dockerfile: string, given: Readonly<Record<string, string>> = {}) =>
  movingParts(dockerfile, new Map(Object.entries(given))).map((part) => (part.kind === 'tag' ? part.image : part.kind));

describe('what a Dockerfile takes from elsewhere', () => {
  test.each([
    ['a digest', `FROM node:24@${digest}`],
    ['nothing at all', 'from scratch'],
    ['an earlier stage, in any case of letters', 'FROM scratch AS Base\nFROM base\nCOPY --from=BASE /a /b'],
    ['an earlier stage by its number', 'FROM scratch\nFROM scratch\nCOPY --from=0 /a /b'],
    ['a stage by the platform flyctl builds for', `FROM scratch AS on-amd64\nFROM on-\${TARGETARCH}`],
    ['an argument whose default is a digest', `ARG IMAGE="node@${digest}"\nFROM --platform=$TARGETPLATFORM $IMAGE`],
    ['a download with its checksum', `FROM scratch\nADD --checksum=${digest} https://e.org/a.tgz /a`],
    ['a file of the context', 'FROM scratch\nADD a.git b.tgz $TARGET/'],
    [
      'a heredoc that looks like instructions',
      'FROM scratch\nRUN <<EOF python3\nfrom os import path\nEOF\nCOPY <<-"X" /a\n\tFROM b\n\tX',
    ],
    ['a comment within a line that goes on', 'FROM \\\n# FROM node\n\n scratch'],
    ['words of a command', 'FROM scratch\nRUN load from=node --from=node'],
  ])('is known for %s', (_what, dockerfile) => {
    expect(told(dockerfile)).toEqual([]);
  });

  test.each([
    ['a tag', 'FROM node:24-slim', ['node:24-slim']],
    ['no tag', 'FROM --platform=linux/amd64 node AS a', ['node']],
    ['the same tag twice', 'FROM node AS a\nFROM node AS b', ['node']],
    ['a later stage, which is no stage yet', 'FROM b AS a\nFROM scratch AS b', ['b']],
    ['an image that files are copied from', 'FROM scratch\nCOPY --chown=1 --from=nats:2 /a /b', ['nats:2']],
    ['an image that is mounted', 'FROM scratch\nRUN --mount=type=bind,target=/x,from=nats:2 ls', ['nats:2']],
    ['a frontend', '# check=skip=all\n# syntax = docker/dockerfile:1\nFROM scratch', ['docker/dockerfile:1']],
    ['arguments in arguments', `ARG V=24\nARG TAG=\${V}-slim\nFROM node:$TAG`, ['node:24-slim']],
    ['an argument with a word in its place', `ARG V\nFROM node:\${V:-22}`, ['node:22']],
    ['an argument without a value', 'ARG V\nFROM node:$V', ['unread']],
    ['an argument that is not declared before', 'FROM node:$V', ['unread']],
    ['forms of a shell', `ARG V=a\nFROM node:\${V#a}`, ['unread']],
    ['a download', 'FROM scratch\nADD ["https://e.org/a.tgz", "/a"]', ['address']],
    [
      'a repository, with or without checksum',
      `FROM scratch\nADD --checksum=${digest} https://e.org/a.git#v1 git@e.org:a /a`,
      ['address', 'address'],
    ],
    ['a download by a variable', 'FROM scratch\nADD $URL /a', ['unread']],
    ['a shift in a command, which is no heredoc', 'FROM scratch\nRUN echo $((1<<X))\nRUN cat <<X\nFROM node', ['node']],
    ['lines that go on with a backtick', '# escape=`\nFROM `\nnode', ['node']],
  ])('may be another the next time for %s', (_what, dockerfile, expected) => {
    expect(images(dockerfile)).toEqual(expected);
  });

  test('follows build arguments, which beat the defaults', () => {
    expect(images('ARG TAG=22\nFROM node:$TAG', { TAG: '24' })).toEqual(['node:24']);
    expect(images('FROM scratch', { BUILDKIT_SYNTAX: 'docker/dockerfile:1' })).toEqual(['docker/dockerfile:1']);
  });

  test('is told in words', () => {
    expect(told('FROM node:24-slim\nADD https://e.org/a /a\nADD $B /b')).toEqual([
      'node:24-slim is a tag that may have moved',
      'https://e.org/a may give something else by now',
      'what "ADD $B" names is not known before the build',
    ]);
  });
});
