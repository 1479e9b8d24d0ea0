import {
  BigValueColorMode,
  BigValueGraphMode,
  BigValueTextMode,
  GraphGradientMode,
  GraphThresholdsStyleConfigBuilder,
  GraphThresholdsStyleMode,
  LegendDisplayMode,
  LegendPlacement,
  LineInterpolation,
  ReduceDataOptionsBuilder,
  SortOrder,
  StackingConfigBuilder,
  StackingMode,
  TooltipDisplayMode,
  VisibilityMode,
  VizLegendOptionsBuilder,
  VizTooltipOptionsBuilder,
} from '@grafana/grafana-foundation-sdk/common';
import {
  FieldColorBuilder,
  FieldColorModeId,
  ThresholdsConfigBuilder,
  ThresholdsMode,
} from '@grafana/grafana-foundation-sdk/dashboard';
import { DataqueryBuilder } from '@grafana/grafana-foundation-sdk/prometheus';
import { PanelBuilder as StatBuilder } from '@grafana/grafana-foundation-sdk/stat';
import { PanelBuilder as TimeSeriesBuilder } from '@grafana/grafana-foundation-sdk/timeseries';

export interface Line {
  readonly expr: string;
  /** Grafana's legend format, such as `{{service}}`. */
  readonly legend: string;
}

export interface PanelFacts {
  readonly title: string;
  readonly description: string;
  readonly unit: string;
  readonly lines: readonly Line[];
  /** Of the 24 columns of the page. */
  readonly columns: number;
  /** Colour from this value on, the lowest first. */
  readonly limits?: readonly (readonly [color: string, from: number])[];
}

const datasource = { type: 'prometheus', uid: `\${datasource}` };
const graphHeight = 8;
const statHeight = 4;

/** Lines over time, with a table of the last, mean and highest value below. */
export function graph(facts: PanelFacts): TimeSeriesBuilder {
  const panel = new TimeSeriesBuilder()
    .title(facts.title)
    .description(facts.description)
    .datasource(datasource)
    .unit(facts.unit)
    .min(0)
    .span(facts.columns)
    .height(graphHeight)
    // One colour per service on all panels.
    .colorScheme(new FieldColorBuilder().mode(FieldColorModeId.PaletteClassicByName))
    .lineWidth(2)
    .fillOpacity(10)
    .gradientMode(GraphGradientMode.Opacity)
    .lineInterpolation(LineInterpolation.Linear)
    .showPoints(VisibilityMode.Never)
    // Two scrapes that failed are a gap that one looks over; more is one that has to be seen.
    .spanNulls(45_000)
    .legend(
      new VizLegendOptionsBuilder()
        .showLegend(true)
        .displayMode(LegendDisplayMode.Table)
        .placement(LegendPlacement.Bottom)
        .calcs(['lastNotNull', 'mean', 'max']),
    )
    .tooltip(new VizTooltipOptionsBuilder().mode(TooltipDisplayMode.Multi).sort(SortOrder.Descending));
  addLines(panel, facts.lines);
  return facts.limits === undefined
    ? panel
    : panel
        .thresholds(limitsOf(facts.limits))
        .thresholdsStyle(new GraphThresholdsStyleConfigBuilder().mode(GraphThresholdsStyleMode.Dashed));
}

/** Areas on top of each other: their sum is what one looks at. */
export function stackedGraph(facts: PanelFacts): TimeSeriesBuilder {
  return graph(facts).stacking(new StackingConfigBuilder().mode(StackingMode.Normal)).fillOpacity(30);
}

/** The newest value in large figures, and its course behind it. */
export function figure(facts: PanelFacts): StatBuilder {
  const panel = new StatBuilder()
    .title(facts.title)
    .description(facts.description)
    .datasource(datasource)
    .unit(facts.unit)
    .min(0)
    .span(facts.columns)
    .height(statHeight)
    .reduceOptions(new ReduceDataOptionsBuilder().calcs(['lastNotNull']))
    .graphMode(BigValueGraphMode.Area)
    .colorMode(BigValueColorMode.Value)
    .colorScheme(new FieldColorBuilder().mode(FieldColorModeId.Thresholds))
    .thresholds(limitsOf(facts.limits ?? []));
  addLines(panel, facts.lines);
  return panel;
}

/** One coloured tile for each series, with its name. */
export function tiles(facts: PanelFacts): StatBuilder {
  return figure(facts)
    .graphMode(BigValueGraphMode.None)
    .colorMode(BigValueColorMode.Background)
    .textMode(BigValueTextMode.ValueAndName)
    .wideLayout(false);
}

function addLines(panel: TimeSeriesBuilder | StatBuilder, lines: readonly Line[]): void {
  for (const [index, { expr, legend }] of lines.entries()) {
    const refId = String.fromCharCode('A'.charCodeAt(0) + index);
    panel.withTarget(
      new DataqueryBuilder().datasource(datasource).refId(refId).expr(expr).legendFormat(legend).range(),
    );
  }
}

/** Below the first limit all is well, unless that begins at 0; without limits there is nothing to judge. */
function limitsOf(limits: NonNullable<PanelFacts['limits']>): ThresholdsConfigBuilder {
  const [first, ...others] = limits;
  const beginsAtZero = first !== undefined && first[1] === 0;
  const base = beginsAtZero ? first[0] : limits.length === 0 ? 'blue' : 'green';
  const above = beginsAtZero ? others : limits;
  const steps = [{ color: base, value: null }, ...above.map(([color, value]) => ({ color, value }))];
  return new ThresholdsConfigBuilder().mode(ThresholdsMode.Absolute).steps(steps);
}
