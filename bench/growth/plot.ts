import { LineChart } from 'echarts/charts'
import { GridComponent, TitleComponent } from 'echarts/components'
import { type EChartsCoreOption, init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import type { Grown } from './kept-growth.ts'

use([LineChart, GridComponent, TitleComponent, SVGRenderer])

const COLUMN = 330
const ROW = 240
const MARGIN = { left: 56, right: 24, top: 60, bottom: 32 }
const MOST_COLUMNS = 4

/** As in `10K`. */
const COMPACT = new Intl.NumberFormat('en-US', { notation: 'compact' })

/** Opaque, so that it can be read on a dark page too. */
const COLOURS = { paper: '#ffffff', ink: '#1f2328', faint: '#8c959f', time: '#0969da', memory: '#bc4c00' }

/** CPU time above and memory below it, for each series, as an SVG. Sizes, and time, are on logarithmic axes. */
export function plot(series: readonly Grown[]): string {
  const columns = series.length > MOST_COLUMNS ? Math.ceil(series.length / 2) : series.length
  const size = { width: COLUMN * columns, height: 2 * ROW * Math.ceil(series.length / columns) }
  const chart = init(null, null, { renderer: 'svg', ssr: true, ...size })
  const panels = series.flatMap((each, at) => {
    const [column, row] = [at % columns, 2 * Math.floor(at / columns)]
    return [timePanel(each, { column, row }), memoryPanel(each, { column, row: row + 1 })]
  })
  chart.setOption({
    backgroundColor: COLOURS.paper,
    animation: false,
    textStyle: { color: COLOURS.ink },
    title: panels.map(({ title }) => title),
    grid: panels.map(({ grid }) => grid),
    xAxis: panels.map(({ xAxis }, gridIndex) => ({ gridIndex, ...xAxis })),
    yAxis: panels.map(({ yAxis }, gridIndex) => ({ gridIndex, ...yAxis })),
    series: panels.flatMap(({ lines }, at) => lines.map((line) => ({ ...line, xAxisIndex: at, yAxisIndex: at })))
  } satisfies EChartsCoreOption)
  const svg = chart.renderToSVGString()
  chart.dispose()
  return `${svg}\n`
}

type Cell = { readonly column: number; readonly row: number }

type Panel = Readonly<Record<'title' | 'grid' | 'xAxis' | 'yAxis', object>> & { readonly lines: readonly object[] }

function timePanel({ of, points }: Grown, cell: Cell): Panel {
  const seconds = points.map(({ size, cpuMs }) => [size, cpuMs / 1000] as const)
  const [from, to] = [seconds[0], seconds.at(-1)]
  // What would be twice as much in twice the time, through the last point.
  const linear = from && to ? [[from[0], (to[1] * from[0]) / to[0]] as const, to] : []
  const low = Math.min(...seconds.map(([, y]) => y))
  const above = linear.map(([x, y]) => (y >= low / 2 ? [x, y] : [(x * low) / 2 / y, low / 2]))
  return {
    ...frame(`CPU in s, by ${of}`, cell),
    xAxis: logAxis(),
    yAxis: { ...logAxis(), min: 10 ** Math.floor(Math.log10(low)) },
    lines: [line(above, COLOURS.faint, 'dashed'), line(seconds, COLOURS.time)]
  }
}

function memoryPanel({ of, points }: Grown, cell: Cell): Panel {
  const memory = points.map(({ size, peakMiB }) => [size, peakMiB] as const)
  const most = Math.max(200, ...points.map(({ peakMiB }) => peakMiB))
  const yAxis = { ...axis(), type: 'value', min: 0, max: Math.ceil(most / 50) * 50 }
  return { ...frame(`Peak in MiB, by ${of}`, cell), xAxis: logAxis(), yAxis, lines: [line(memory, COLOURS.memory)] }
}

function frame(text: string, { column, row }: Cell) {
  const left = column * COLUMN + MARGIN.left
  const top = row * ROW + MARGIN.top
  const grid = {
    left,
    top,
    width: COLUMN - MARGIN.left - MARGIN.right,
    height: ROW - MARGIN.top - MARGIN.bottom
  }
  return {
    grid,
    title: {
      text,
      left: left - 40,
      top: row * ROW + 20,
      textStyle: { color: COLOURS.ink, fontSize: 13, fontWeight: 'bold' }
    }
  }
}

function axis() {
  return {
    axisLabel: { color: COLOURS.ink },
    axisLine: { show: true, lineStyle: { color: COLOURS.ink } },
    splitLine: { lineStyle: { color: '#eaeef2' } }
  }
}

function logAxis() {
  return { ...axis(), type: 'log', axisLabel: { color: COLOURS.ink, formatter: COMPACT.format } }
}

function line(data: readonly (readonly number[])[], color: string, type: 'solid' | 'dashed' = 'solid') {
  return {
    type: 'line',
    data,
    showSymbol: type === 'solid',
    symbol: 'circle',
    symbolSize: 7,
    itemStyle: { color },
    lineStyle: { color, width: type === 'solid' ? 2 : 1.5, type }
  }
}
