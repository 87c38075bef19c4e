<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>Assigned</name>
    <message>
        <source>Được giao {assigned} hộ, bên dưới cộng lại {planned} hộ: thiếu {by} hộ.</source>
        <translation>{assigned} households assigned, the units below add up to {planned}: {by} short.</translation>
    </message>
    <message>
        <source>Được giao {assigned} hộ, bên dưới cộng lại {planned} hộ: dư {by} hộ.</source>
        <translation>{assigned} households assigned, the units below add up to {planned}: {by} to spare.</translation>
    </message>
    <message>
        <source>Được giao {assigned} hộ; bên dưới cộng lại đúng số này.</source>
        <translation>{assigned} households assigned; the units below add up to exactly this.</translation>
    </message>
</context>
<context>
    <name>Assumptions</name>
    <message>
        <source>Hộ tăng mỗi đơn vị</source>
        <translation>Growth per unit</translation>
    </message>
    <message>
        <source>hộ</source>
        <translation>households</translation>
    </message>
    <message>
        <source>Cách tính hộ tăng</source>
        <translation>How household growth is counted</translation>
    </message>
    <message>
        <source>Cường độ giảm</source>
        <translation>Intensity of reduction</translation>
    </message>
    <message>
        <source>Cường độ so với {name}</source>
        <translation>Intensity against {name}</translation>
    </message>
    <message>
        <source>Giả định</source>
        <translation>Assumptions</translation>
    </message>
    <message>
        <source>cường độ {percent} %</source>
        <translation>intensity {percent} %</translation>
    </message>
</context>
<context>
    <name>BackupsDialog</name>
    <message>
        <source>Số</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Thời gian</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Cỡ</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>Sao lưu</source>
        <translation>Backups</translation>
    </message>
    <message>
        <source>Mở thành kế hoạch mới</source>
        <translation>Open as a new plan</translation>
    </message>
    <message>
        <source>Bản được chọn mở thành kế hoạch mới; kế hoạch đang mở giữ nguyên.</source>
        <translation>The chosen backup opens as a new plan; the plan that is open stays as it is.</translation>
    </message>
    <message>
        <source>Chưa có bản sao lưu nào. Mỗi lần lưu, chương trình giữ lại bản cũ.</source>
        <translation>There are no backups yet. With every save the program keeps the version before.</translation>
    </message>
</context>
<context>
    <name>Cell</name>
    <message>
        <source>{households} cuối năm {year}</source>
        <translation>{households}, end of {year}</translation>
    </message>
    <message>
        <source>{series} cuối năm {year}</source>
        <translation>{series}, end of {year}</translation>
    </message>
    <message>
        <source>tỷ lệ {series} cuối năm {year}</source>
        <translation>rate of {series}, end of {year}</translation>
    </message>
    <message>
        <source>{households} dự kiến cuối năm {year}</source>
        <translation>{households} expected, end of {year}</translation>
    </message>
    <message>
        <source>{series} giảm năm {year}</source>
        <translation>reduction in {series}, {year}</translation>
    </message>
    <message>
        <source>điểm % {series} giảm năm {year}</source>
        <translation>reduction in points, {year} ({series})</translation>
    </message>
    <message>
        <source>{series} còn lại cuối năm {year}</source>
        <translation>{series} left, end of {year}</translation>
    </message>
    <message>
        <source>tỷ lệ {series} dự kiến cuối năm {year}</source>
        <translation>expected rate of {series}, end of {year}</translation>
    </message>
</context>
<context>
    <name>ChangeView</name>
    <message>
        <source>Đơn vị</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Số liệu</source>
        <translation>Figure</translation>
    </message>
    <message>
        <source>Trước</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>Sau</source>
        <translation>After</translation>
    </message>
    <message>
        <source>Sẽ thay đổi</source>
        <translation>Will change</translation>
    </message>
</context>
<context>
    <name>ChartPane</name>
    <message>
        <source>Đang tải biểu đồ…</source>
        <translation>Loading the chart…</translation>
    </message>
    <message>
        <source>Chưa tải được biểu đồ.</source>
        <translation>The chart could not be loaded.</translation>
    </message>
</context>
<context>
    <name>ColumnPanel</name>
    <message>
        <source>Ý nghĩa của cột</source>
        <translation>Meaning of the column</translation>
    </message>
    <message>
        <source>Cột</source>
        <translation>Col.</translation>
    </message>
    <message>
        <source>Tiêu đề trên tệp</source>
        <translation>Heading in the file</translation>
    </message>
    <message>
        <source>Hiểu là</source>
        <translation>Taken as</translation>
    </message>
    <message>
        <source>{column} (ẩn)</source>
        <translation>{column} (hidden)</translation>
    </message>
    <message>
        <source>{meaning} (nhớ từ lần trước)</source>
        <translation>{meaning} (remembered)</translation>
    </message>
    <message>
        <source>Không nhập cột này</source>
        <translation>Do not import this column</translation>
    </message>
</context>
<context>
    <name>Columns</name>
    <message>
        <source>Kế hoạch năm {year}</source>
        <translation>Plan for {year}</translation>
    </message>
    <message>
        <source>Stt</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Đơn vị</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Tổng số hộ</source>
        <translation>Households</translation>
    </message>
    <message>
        <source>Kết quả rà soát cuối năm {base}</source>
        <translation>Review at the end of {base}</translation>
    </message>
    <message>
        <source>{Series} cuối năm {base}</source>
        <translation>{Series}: review {base}</translation>
    </message>
    <message>
        <source>Kế hoạch {series} năm {year}</source>
        <translation>Plan {year}: {series}</translation>
    </message>
    <message>
        <source>hộ nghèo</source>
        <translation>poor households</translation>
    </message>
    <message>
        <source>hộ cận nghèo</source>
        <translation>near-poor households</translation>
    </message>
    <message>
        <source>hộ nghèo DTTS</source>
        <translation>ethnic minority poor</translation>
    </message>
    <message>
        <source>DTTS tại chỗ</source>
        <translation>local ethnic minorities</translation>
    </message>
    <message>
        <source>nghèo đa chiều</source>
        <translation>multidimensional poor</translation>
    </message>
    <message>
        <source>Hộ cận
nghèo</source>
        <translation>Near-poor
households</translation>
    </message>
    <message>
        <source>Cận nghèo
giảm</source>
        <translation>Reduction
(near-poor)</translation>
    </message>
    <message>
        <source>Cận nghèo
cuối năm</source>
        <translation>Left at
year end</translation>
    </message>
    <message>
        <source>Nghèo
đa chiều</source>
        <translation>Multidim.
poor</translation>
    </message>
    <message>
        <source>Đa chiều
giảm</source>
        <translation>Reduction
(multidim.)</translation>
    </message>
    <message>
        <source>Đa chiều
cuối năm</source>
        <translation>Left at
year end</translation>
    </message>
    <message>
        <source>Hộ nghèo</source>
        <translation>Poor</translation>
    </message>
    <message>
        <source>Tổng số
hộ DTTS</source>
        <translation>Ethnic min.
households</translation>
    </message>
    <message>
        <source>Hộ DTTS
tại chỗ</source>
        <translation>Local eth.
minorities</translation>
    </message>
    <message>
        <source>Tỷ lệ (%)</source>
        <translation>Rate (%)</translation>
    </message>
    <message>
        <source>Số hộ
dự kiến</source>
        <translation>Households
expected</translation>
    </message>
    <message>
        <source>Hộ nghèo
giảm</source>
        <translation>Reduction
(households)</translation>
    </message>
    <message>
        <source>Giảm
(điểm %)</source>
        <translation>Reduction
(points)</translation>
    </message>
    <message>
        <source>Hộ nghèo
cuối năm</source>
        <translation>Poor at
year end</translation>
    </message>
    <message>
        <source>Tỷ lệ
cuối năm (%)</source>
        <translation>Rate at
year end (%)</translation>
    </message>
</context>
<context>
    <name>ComparisonDialog</name>
    <message>
        <source>Đơn vị</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Ô</source>
        <translation>Cell</translation>
    </message>
    <message>
        <source>Trước</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>Sau</source>
        <translation>After</translation>
    </message>
    <message>
        <source>Chênh lệch</source>
        <translation>Difference</translation>
    </message>
    <message>
        <source>{count} chỗ khác nhau</source>
        <translation>Differences: {count}</translation>
    </message>
    <message>
        <source>Hai bản giống hệt nhau.</source>
        <translation>The two versions are identical.</translation>
    </message>
    <message>
        <source>Xuất Excel…</source>
        <translation>Export to Excel…</translation>
    </message>
    <message>
        <source>Xuất so sánh</source>
        <translation>Export comparison</translation>
    </message>
    <message>
        <source>Sổ tính Excel (*.xlsx)</source>
        <translation>Excel workbook (*.xlsx)</translation>
    </message>
    <message>
        <source>Đã xuất: {path}</source>
        <translation>Exported: {path}</translation>
    </message>
</context>
<context>
    <name>ConflictPanel</name>
    <message>
        <source>Đơn vị</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Số liệu</source>
        <translation>Figure</translation>
    </message>
    <message>
        <source>Các tệp ghi (mới nhất trước)</source>
        <translation>What the files say (newest first)</translation>
    </message>
    <message>
        <source>Chọn</source>
        <translation>Chosen</translation>
    </message>
    <message>
        <source>Khác nhau</source>
        <translation>Differences</translation>
    </message>
    <message>
        <source>Lấy tệp mới nhất cho mọi chỗ &amp;còn lại</source>
        <translation>Take the newest file for all that is &amp;left</translation>
    </message>
    <message>
        <source>● chưa chọn</source>
        <translation>● not chosen yet</translation>
    </message>
    <message>
        <source>Các tệp không mâu thuẫn nhau.</source>
        <translation>The files do not contradict each other.</translation>
    </message>
    <message>
        <source>{value} — {file}, ghi lúc {moment}</source>
        <translation>{value} — {file}, written {moment}</translation>
    </message>
    <message>
        <source>Giữ như cũ</source>
        <translation>Keep as before</translation>
    </message>
</context>
<context>
    <name>DocumentActions</name>
    <message>
        <source>Chỉ có một phương án: hãy nhân bản rồi so sánh.</source>
        <translation>There is only one scenario: duplicate it, then compare.</translation>
    </message>
    <message>
        <source>So sánh: {first} và {second}</source>
        <translation>Comparison: {first} and {second}</translation>
    </message>
    <message>
        <source>So sánh với tệp</source>
        <translation>Compare with a file</translation>
    </message>
    <message>
        <source>Kế hoạch DN Planner (*.dnplan)</source>
        <translation>DN Planner plan (*.dnplan)</translation>
    </message>
    <message>
        <source>Đã khôi phục {count} thay đổi chưa lưu của lần trước.</source>
        <translation>Unsaved changes of the last session that were recovered: {count}.</translation>
    </message>
    <message>
        <source>Tệp chỉ cho đọc: sửa được, nhưng phải lưu thành tệp khác.</source>
        <translation>The file is read-only: you can edit, but must save to another file.</translation>
    </message>
    <message>
        <source>Không ghi được vào thư mục của tệp: hãy lưu vào nơi khác.</source>
        <translation>The folder of this file cannot be written to: save somewhere else.</translation>
    </message>
    <message>
        <source>Nhận quyền sửa…</source>
        <translation>Take over…</translation>
    </message>
    <message>
        <source>Nhận quyền sửa tệp {file}?</source>
        <translation>Take over {file}?</translation>
    </message>
    <message>
        <source>Nhận quyền sửa</source>
        <translation>Take over</translation>
    </message>
    <message>
        <source>So sánh: {file} và kế hoạch đang mở</source>
        <translation>Comparison: {file} and the plan that is open</translation>
    </message>
</context>
<context>
    <name>DoubtPanel</name>
    <message>
        <source>Ô</source>
        <translation>Cell</translation>
    </message>
    <message>
        <source>Trên tệp</source>
        <translation>In the file</translation>
    </message>
    <message>
        <source>Vì sao cần hỏi</source>
        <translation>Why it must be asked</translation>
    </message>
    <message>
        <source>Chọn</source>
        <translation>Chosen</translation>
    </message>
    <message>
        <source>Tệp</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Chỗ cần quyết định</source>
        <translation>To be decided</translation>
    </message>
    <message>
        <source>Số khác:</source>
        <translation>Another figure:</translation>
    </message>
    <message>
        <source>Hỏi lại</source>
        <translation>Ask again</translation>
    </message>
    <message>
        <source>● chưa chọn</source>
        <translation>● not chosen yet</translation>
    </message>
    <message>
        <source>{decision} (lần trước)</source>
        <translation>{decision} (last time)</translation>
    </message>
    <message>
        <source>Không còn chỗ nào cần quyết định.</source>
        <translation>Nothing is left to decide.</translation>
    </message>
    <message>
        <source>Chọn một dòng để xem các cách trả lời.</source>
        <translation>Choose a row to see the possible answers.</translation>
    </message>
    <message>
        <source>Nhập cho năm {year}</source>
        <translation>Import for {year}</translation>
    </message>
    <message>
        <source>{answer} (có lẽ đúng)</source>
        <translation>{answer} (probably right)</translation>
    </message>
    <message>
        <source>Bỏ qua cột này</source>
        <translation>Leave out this column</translation>
    </message>
    <message>
        <source>Bỏ qua {count} dòng này</source>
        <translation>Leave these {count} rows out</translation>
    </message>
    <message>
        <source>Bỏ qua dòng này</source>
        <translation>Leave out this row</translation>
    </message>
    <message>
        <source>Bỏ qua ô này</source>
        <translation>Leave out this cell</translation>
    </message>
    <message>
        <source>Đơn vị</source>
        <translation>Unit</translation>
    </message>
</context>
<context>
    <name>Edit</name>
    <message>
        <source>Sửa {count} ô</source>
        <translation>Change {count} cells</translation>
    </message>
    <message>
        <source>Xóa {count} ô</source>
        <translation>Clear {count} cells</translation>
    </message>
    <message>
        <source>Dán {count} ô</source>
        <translation>Paste {count} cells</translation>
    </message>
    <message>
        <source>Điền xuống {count} ô</source>
        <translation>Fill down {count} cells</translation>
    </message>
    <message>
        <source>Sửa {count} số hộ dự kiến tái nghèo, phát sinh mới</source>
        <translation>Change {count} expected relapses and newly poor</translation>
    </message>
    <message>
        <source>Sửa {count} ô theo gợi ý</source>
        <translation>Change {count} cells as suggested</translation>
    </message>
    <message>
        <source>Nhập {count} số liệu từ tệp</source>
        <translation>Import {count} figures from a file</translation>
    </message>
    <message>
        <source>Phân bổ chỉ tiêu cho {count} đơn vị</source>
        <translation>Allocate targets to {count} units</translation>
    </message>
    <message>
        <source>Thêm chỉ tiêu được giao</source>
        <translation>Add an assigned goal</translation>
    </message>
    <message>
        <source>Sửa chỉ tiêu được giao</source>
        <translation>Change an assigned goal</translation>
    </message>
    <message>
        <source>Xóa chỉ tiêu được giao</source>
        <translation>Remove an assigned goal</translation>
    </message>
    <message>
        <source>Quay về trạng thái trước</source>
        <translation>Return to an earlier state</translation>
    </message>
    <message>
        <source>Đổi cách đọc chỉ tiêu “từ … trở lên”</source>
        <translation>Change how “at least …” is read</translation>
    </message>
    <message>
        <source>Ghi chỉ tiêu được giao cho đơn vị</source>
        <translation>Enter an assigned goal for a unit</translation>
    </message>
    <message>
        <source>Sửa thông tin văn bản</source>
        <translation>Change the details of the document</translation>
    </message>
    <message>
        <source>Ẩn một cảnh báo</source>
        <translation>Hide a warning</translation>
    </message>
    <message>
        <source>Hiện lại một cảnh báo</source>
        <translation>Show a warning again</translation>
    </message>
    <message>
        <source>Thay đổi {count} mục</source>
        <translation>Change {count} items</translation>
    </message>
    <message>
        <source>để trống</source>
        <translation>empty</translation>
    </message>
    <message>
        <source>{name}: giữ {value}</source>
        <translation>{name}: {value} kept</translation>
    </message>
    <message>
        <source>“{scenario}”, mức tăng số hộ: {before} → {after}</source>
        <translation>“{scenario}”, household growth: {before} → {after}</translation>
    </message>
    <message>
        <source>{amount} %</source>
        <translation>{amount} %</translation>
    </message>
    <message>
        <source>{amount} hộ mỗi đơn vị</source>
        <translation>{amount} households per unit</translation>
    </message>
    <message>
        <source>Thêm đơn vị “{name}”</source>
        <translation>Add unit “{name}”</translation>
    </message>
    <message>
        <source>Thêm {count} đơn vị</source>
        <translation>Add {count} units</translation>
    </message>
    <message>
        <source>Xóa đơn vị “{name}”</source>
        <translation>Remove unit “{name}”</translation>
    </message>
    <message>
        <source>Xóa đơn vị “{name}” và {count} đơn vị bên dưới</source>
        <translation>Remove unit “{name}” and {count} units below it</translation>
    </message>
    <message>
        <source>Đổi tên đơn vị “{before}” thành “{after}”</source>
        <translation>Rename unit “{before}” to “{after}”</translation>
    </message>
    <message>
        <source>Đổi chỗ “{first}” và “{second}”</source>
        <translation>Swap “{first}” and “{second}”</translation>
    </message>
    <message>
        <source>Chuyển “{name}” xuống {count} dòng</source>
        <translation>Move “{name}” down {count} rows</translation>
    </message>
    <message>
        <source>Chuyển “{name}” lên {count} dòng</source>
        <translation>Move “{name}” up {count} rows</translation>
    </message>
    <message>
        <source>Đổi tên phương án “{before}” thành “{after}”</source>
        <translation>Rename scenario “{before}” to “{after}”</translation>
    </message>
    <message>
        <source>Xóa phương án “{name}”</source>
        <translation>Delete scenario “{name}”</translation>
    </message>
    <message>
        <source>Nhân bản phương án “{source}” thành “{name}”</source>
        <translation>Duplicate scenario “{source}” as “{name}”</translation>
    </message>
    <message>
        <source>Thêm phương án “{name}”</source>
        <translation>Add scenario “{name}”</translation>
    </message>
    <message>
        <source>Sửa theo gợi ý: {what}</source>
        <translation>Change as suggested: {what}</translation>
    </message>
    <message>
        <source>“{scenario}”, chỉnh cường độ giảm nghèo của {count} đơn vị</source>
        <translation>“{scenario}”, intensity of reduction changed for {count} units</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Xuất phụ lục</source>
        <translation>Export appendix</translation>
    </message>
    <message>
        <source>Số kế hoạch</source>
        <translation>Plan number</translation>
    </message>
    <message>
        <source>Ngày ban hành</source>
        <translation>Date of issue</translation>
    </message>
    <message>
        <source>Cơ quan ban hành</source>
        <translation>Issued by</translation>
    </message>
    <message>
        <source>Tên phụ lục</source>
        <translation>Title of the appendix</translation>
    </message>
    <message>
        <source>Kèm trang kiểm tra: các điểm cần xem lại</source>
        <translation>Add a sheet of checks: what to look at again</translation>
    </message>
    <message>
        <source>Ghi dòng “Phụ lục” ở đầu trang</source>
        <translation>Print the line “Phụ lục” at the top of the page</translation>
    </message>
    <message>
        <source>Tệp Excel</source>
        <translation>Excel file</translation>
    </message>
    <message>
        <source>Chọn nơi lưu…</source>
        <translation>Choose where to save…</translation>
    </message>
    <message>
        <source>Xuất</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Mở tệp</source>
        <translation>Open file</translation>
    </message>
    <message>
        <source>Mở thư mục</source>
        <translation>Open folder</translation>
    </message>
    <message>
        <source>Chưa có tên tệp: hãy chọn nơi lưu.</source>
        <translation>There is no file name yet: choose where to save.</translation>
    </message>
    <message>
        <source>Đã xuất phụ lục: {path}</source>
        <translation>Appendix exported: {path}</translation>
    </message>
    <message>
        <source>Lưu phụ lục</source>
        <translation>Save appendix</translation>
    </message>
    <message>
        <source>Sổ tính Excel (*.xlsx)</source>
        <translation>Excel workbook (*.xlsx)</translation>
    </message>
    <message>
        <source>Phu luc giam ngheo {year}.xlsx</source>
        <translation>Poverty reduction appendix {year}.xlsx</translation>
    </message>
</context>
<context>
    <name>FallParts</name>
    <message>
        <source>Tăng tổng số hộ ({change})</source>
        <translation>Growth of households ({change})</translation>
    </message>
    <message>
        <source>Hộ cận nghèo giảm ({count})</source>
        <translation>Fewer near-poor ({count})</translation>
    </message>
    <message>
        <source>Hộ nghèo đa chiều giảm ({count})</source>
        <translation>Fewer multidimensionally poor ({count})</translation>
    </message>
    <message>
        <source>Hộ nghèo giảm ({count})</source>
        <translation>Fewer poor households ({count})</translation>
    </message>
</context>
<context>
    <name>FaultDialog</name>
    <message>
        <source>Có lỗi trong chương trình</source>
        <translation>A fault in the program</translation>
    </message>
    <message>
        <source>Một thao tác chưa thực hiện được vì lỗi của chương trình. Kế hoạch đang mở vẫn còn nguyên; nên lưu lại rồi làm tiếp.

Báo cáo dưới đây không có tên, số liệu hay đường dẫn của bạn và không được gửi đi đâu. Nếu muốn được hỗ trợ, hãy sao chép rồi gửi cho người phụ trách phần mềm.</source>
        <translation>A command could not be carried out because of a fault in the program. The plan that is open is intact; save it before you go on.

The report below contains none of your names, figures or file paths and is not sent anywhere. If you want help, copy it and send it to the person in charge of the software.</translation>
    </message>
    <message>
        <source>Báo cáo lỗi</source>
        <translation>Fault report</translation>
    </message>
    <message>
        <source>Sao chép báo cáo</source>
        <translation>Copy report</translation>
    </message>
</context>
<context>
    <name>FigureField</name>
    <message>
        <source>Dùng</source>
        <translation>Use</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Lưu kế hoạch</source>
        <translation>Save plan</translation>
    </message>
    <message>
        <source>{name} – bản gửi đi</source>
        <translation>{name} – copy to send</translation>
    </message>
    <message>
        <source>Lưu bản gửi đi</source>
        <translation>Save a copy to send</translation>
    </message>
    <message>
        <source>Kế hoạch giảm nghèo {year} – {unit}</source>
        <translation>Poverty reduction plan {year} – {unit}</translation>
    </message>
    <message>
        <source>Kế hoạch có thay đổi chưa lưu.</source>
        <translation>The plan has unsaved changes.</translation>
    </message>
    <message>
        <source>Lưu lại trước khi tiếp tục?</source>
        <translation>Save them before going on?</translation>
    </message>
    <message>
        <source>Mở kế hoạch</source>
        <translation>Open plan</translation>
    </message>
    <message>
        <source>Kế hoạch DN Planner (*.dnplan)</source>
        <translation>DN Planner plan (*.dnplan)</translation>
    </message>
    <message>
        <source>Đã lưu bản gửi đi: {path}</source>
        <translation>Copy to send saved: {path}</translation>
    </message>
    <message>
        <source>Đã lưu, nhưng chưa giữ được bản sao lưu. {reason}</source>
        <translation>Saved, but no backup could be kept. {reason}</translation>
    </message>
    <message>
        <source>Ghi đè, giữ bản kia</source>
        <translation>Overwrite, keep the other version</translation>
    </message>
    <message>
        <source>Lưu thành tệp khác…</source>
        <translation>Save to another file…</translation>
    </message>
    <message>
        <source>Lưu ngay…</source>
        <translation>Save now…</translation>
    </message>
    <message>
        <source>Ổ đĩa đã ghi lại được: mọi thay đổi đã giữ trên máy.</source>
        <translation>The disk can be written to again: all changes are kept on this computer.</translation>
    </message>
</context>
<context>
    <name>Finding</name>
    <message>
        <source>giảm từ {value} điểm % trở lên</source>
        <translation>reduce by at least {value} points</translation>
    </message>
    <message>
        <source>giảm từ {value} hộ trở lên</source>
        <translation>reduce by at least {value} households</translation>
    </message>
    <message>
        <source>tỷ lệ cuối năm không quá {value} %</source>
        <translation>rate at year end at most {value} %</translation>
    </message>
    <message>
        <source>giảm từ {value} đến {most} điểm %</source>
        <translation>reduce by {value} to {most} points</translation>
    </message>
    <message>
        <source>giảm từ {value} đến {most} hộ</source>
        <translation>reduce by {value} to {most} households</translation>
    </message>
    <message>
        <source>tỷ lệ cuối năm từ {most} đến {value} %</source>
        <translation>rate at year end from {most} to {value} %</translation>
    </message>
    <message>
        <source>kế hoạch chỉ giảm {value} điểm %</source>
        <translation>the plan reduces by only {value} points</translation>
    </message>
    <message>
        <source>kế hoạch chỉ giảm {value} hộ</source>
        <translation>the plan reduces by only {value} households</translation>
    </message>
    <message>
        <source>theo kế hoạch vẫn còn {value} %</source>
        <translation>the plan still leaves {value} %</translation>
    </message>
    <message>
        <source>giảm {value} hộ</source>
        <translation>reduce by {value} households</translation>
    </message>
    <message>
        <source>giảm {value} điểm %</source>
        <translation>reduce by {value} points</translation>
    </message>
    <message>
        <source>còn {value} hộ cuối năm</source>
        <translation>leave {value} households at year end</translation>
    </message>
    <message>
        <source>tỷ lệ cuối năm {value} %</source>
        <translation>reach a rate of {value} % at year end</translation>
    </message>
    <message>
        <source>ghi “giảm từ {stated} % trở lên” nhưng {reduction} hộ chỉ giảm {reached} điểm %.</source>
        <translation>states “reduce by at least {stated} %”, but {reduction} households reduce the rate by only {reached} points.</translation>
    </message>
    <message>
        <source>chưa đạt chỉ tiêu {demand}{source}: {achieved}.</source>
        <translation>goal not met: {demand}{source}; {achieved}.</translation>
    </message>
    <message>
        <source>chưa có số liệu để đối chiếu chỉ tiêu {demand}{source}; cần nhập số hộ và số hộ nghèo.</source>
        <translation>there are no figures to check the goal: {demand}{source}; enter households and poor households.</translation>
    </message>
    <message>
        <source>{poor} hộ nghèo nhiều hơn tổng số {households} hộ; cần xem lại hai số này.</source>
        <translation>{poor} poor households are more than the {households} households in total; check both figures.</translation>
    </message>
    <message>
        <source>chưa có {what} nên chưa được tính vào tổng.</source>
        <translation>{what} not entered, so the unit is not counted in the total.</translation>
    </message>
    <message>
        <source>không thể {target} với số hộ và số hộ nghèo hiện có; cần sửa chỉ tiêu.</source>
        <translation>cannot {target} with the present households and poor households; change the target.</translation>
    </message>
    <message>
        <source>kế hoạch để số hộ nghèo tăng thêm {rise} hộ; cần xem lại chỉ tiêu.</source>
        <translation>the plan lets the number of poor households rise by {rise}; check the target.</translation>
    </message>
    <message>
        <source>chưa đạt “từ {stated} % trở lên”</source>
        <translation>below “at least {stated} %”</translation>
    </message>
    <message>
        <source>chưa đạt chỉ tiêu {demand}</source>
        <translation>goal not met: {demand}</translation>
    </message>
    <message>
        <source>chỉ tiêu chưa có số liệu</source>
        <translation>no figures for the goal</translation>
    </message>
    <message>
        <source>hộ nghèo nhiều hơn tổng số hộ</source>
        <translation>more poor households than households</translation>
    </message>
    <message>
        <source>chưa có {what}</source>
        <translation>{what} missing</translation>
    </message>
    <message>
        <source>chỉ tiêu vượt quá số hiện có</source>
        <translation>target beyond the present figures</translation>
    </message>
    <message>
        <source>số hộ nghèo tăng {rise} hộ</source>
        <translation>poor households rise by {rise}</translation>
    </message>
    <message>
        <source>Lỗi</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>Cảnh báo</source>
        <translation>Warning</translation>
    </message>
    <message>
        <source>Lưu ý</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>cần xem lại ({code}).</source>
        <translation>needs checking ({code}).</translation>
    </message>
    <message>
        <source>Thiếu {count} hộ.</source>
        <translation>Households short: {count}.</translation>
    </message>
    <message>
        <source>cần xem lại</source>
        <translation>needs checking</translation>
    </message>
    <message>
        <source>thiếu {count} hộ</source>
        <translation>households short: {count}</translation>
    </message>
    <message>
        <source>số hộ nghèo cuối năm trước</source>
        <translation>poor households at the end of the year before</translation>
    </message>
    <message>
        <source>tổng số hộ cuối năm trước</source>
        <translation>total households at the end of the year before</translation>
    </message>
    <message>
        <source>tỷ lệ cuối năm {rate_end} % cao hơn đầu năm {rate_start} %; cần xem lại số hộ dự kiến.</source>
        <translation>the rate at year end, {rate_end} %, is higher than at the start of the year, {rate_start} %; check the households expected.</translation>
    </message>
    <message>
        <source>tổng số hộ đầu năm {before}, cuối năm {after}: chênh quá ba lần; cần xem lại số chữ số.</source>
        <translation>total households {before} at the start of the year, {after} at the end: more than a threefold difference; check the number of digits.</translation>
    </message>
    <message>
        <source>được giao giảm {assigned} hộ nhưng các đơn vị bên dưới chỉ giảm {planned} hộ.</source>
        <translation>assigned a reduction of {assigned} households, but the units below reduce by only {planned}.</translation>
    </message>
    <message>
        <source>được giao giảm {assigned} hộ, các đơn vị bên dưới giảm {planned} hộ, vượt {by} hộ.</source>
        <translation>assigned a reduction of {assigned} households, the units below reduce by {planned}: {by} more.</translation>
    </message>
    <message>
        <source>{what} ghi riêng là {own}, cộng các đơn vị bên dưới được {sum}: chênh {difference} hộ.</source>
        <translation>{what} entered as {own}, but the units below add up to {sum}: a difference of {difference} households.</translation>
    </message>
    <message>
        <source>vượt khoảng chỉ tiêu {demand}{source}: thừa {by} hộ.</source>
        <translation>beyond the range of the goal: {demand}{source}; {by} households too many.</translation>
    </message>
    <message>
        <source>hai chỉ tiêu được giao mâu thuẫn nhau, không thể cùng đạt: {source} và {other}{gap}.</source>
        <translation>two assigned goals contradict each other and cannot both be met: {source} and {other}{gap}.</translation>
    </message>
    <message>
        <source>cả {units} đơn vị đều tăng {amount} hộ như nhau; nên dự báo số hộ của từng đơn vị.</source>
        <translation>all {units} units grow by the same {amount} households; forecast the households of each unit.</translation>
    </message>
    <message>
        <source>{part} là {few}, nhiều hơn {whole} là {many}; cần xem lại hai số này.</source>
        <translation>{part}: {few}, more than {whole}: {many}; check both figures.</translation>
    </message>
    <message>
        <source>{poor} hộ nghèo cộng {near_poor} hộ cận nghèo nhiều hơn tổng số {households} hộ.</source>
        <translation>{poor} poor and {near_poor} near-poor households together are more than the {households} households in total.</translation>
    </message>
    <message>
        <source>cuối năm còn {few} {part}, nhiều hơn {many} {whole} còn lại: vượt {by} hộ.</source>
        <translation>{few} {part} are left at the year’s end, more than the {many} {whole} left: {by} too many.</translation>
    </message>
    <message>
        <source>{measure} từ {before} thành {after} vào năm {year}: chênh quá ba lần; cần xem lại số chữ số.</source>
        <translation>{measure} went from {before} to {after} in {year}: more than a threefold difference; check the number of digits.</translation>
    </message>
    <message>
        <source>kế hoạch giảm {points} điểm %, nhanh hơn mức cao nhất từng đạt ({fastest} điểm % mỗi năm, {first}–{last}).</source>
        <translation>the plan reduces by {points} points, faster than the fastest ever reached ({fastest} points a year, {first}–{last}).</translation>
    </message>
    <message>
        <source>tỷ lệ từ {before} % ({last}) lên {after} % ({first}) là do đổi chuẩn nghèo {old} sang {new}, không phải do tăng nghèo.</source>
        <translation>the rate went from {before} % ({last}) to {after} % ({first}) because the poverty standard changed from {old} to {new}, not because poverty rose.</translation>
    </message>
    <message>
        <source>văn bản ghi tỷ lệ {series} năm {year} là {printed} %, tính từ số hộ là {computed} %.</source>
        <translation>the document states a rate of {series} of {printed} % in {year}; the counts give {computed} %.</translation>
    </message>
    <message>
        <source>{printed} % năm {year} là tỷ trọng trong tổng số hộ nghèo, không phải tỷ lệ {series}.</source>
        <translation>{printed} % in {year} is a share of all poor households, not the rate of {series}.</translation>
    </message>
    <message>
        <source>văn bản ghi {what} năm {year} là {printed}, cộng các đơn vị được {sum}: chênh {difference} hộ.</source>
        <translation>the document states {what} in {year} as {printed}, but the units add up to {sum}: a difference of {difference} households.</translation>
    </message>
    <message>
        <source>{households} hộ, gấp trên 100 lần mức bình quân {mean} hộ của các đơn vị cùng cấp; cần xem lại dấu phân cách.</source>
        <translation>{households} households, more than 100 times the mean of {mean} households of units at the same level; check the separators.</translation>
    </message>
    <message>
        <source>tên gần như trùng với “{other}”; có thể là một đơn vị viết hai cách.</source>
        <translation>the name is almost the same as “{other}”; it may be one unit written in two ways.</translation>
    </message>
    <message>
        <source>tên có dấu cách thừa hoặc dấu gõ rời; nên viết là “{cleaned}”.</source>
        <translation>the name has extra spaces or decomposed diacritics; write “{cleaned}”.</translation>
    </message>
    <message>
        <source>mã {value} cũng là mã của {other}; cần xem lại, mã đã được cấp lại năm 2025.</source>
        <translation>code {value} is also the code of {other}; check it, codes were reissued in 2025.</translation>
    </message>
    <message>
        <source>tỷ lệ cuối năm cao hơn đầu năm</source>
        <translation>rate at year end higher than at the start</translation>
    </message>
    <message>
        <source>tổng số hộ thay đổi quá ba lần</source>
        <translation>total households changed more than threefold</translation>
    </message>
    <message>
        <source>chưa đủ {assigned} hộ được giao</source>
        <translation>short of the {assigned} households assigned</translation>
    </message>
    <message>
        <source>vượt {by} hộ so với được giao</source>
        <translation>{by} households more than assigned</translation>
    </message>
    <message>
        <source>chênh {difference} hộ so với tổng bên dưới</source>
        <translation>{difference} households off the sum of the units below</translation>
    </message>
    <message>
        <source>vượt khoảng chỉ tiêu {by} hộ</source>
        <translation>{by} households beyond the range of the goal</translation>
    </message>
    <message>
        <source>hai chỉ tiêu mâu thuẫn nhau</source>
        <translation>two goals contradict each other</translation>
    </message>
    <message>
        <source>mọi đơn vị đều tăng {amount} hộ</source>
        <translation>every unit grows by {amount} households</translation>
    </message>
    <message>
        <source>{part} nhiều hơn {whole}</source>
        <translation>{part} more than {whole}</translation>
    </message>
    <message>
        <source>nghèo và cận nghèo quá tổng số hộ</source>
        <translation>poor and near-poor more than all households</translation>
    </message>
    <message>
        <source>cuối năm {part} vượt {whole} {by} hộ</source>
        <translation>year-end {part} exceed {whole} by {by}</translation>
    </message>
    <message>
        <source>{measure} thay đổi quá ba lần</source>
        <translation>{measure} changed more than threefold</translation>
    </message>
    <message>
        <source>giảm nhanh hơn mức từng đạt</source>
        <translation>reduction faster than ever reached</translation>
    </message>
    <message>
        <source>tỷ lệ tăng do đổi chuẩn nghèo</source>
        <translation>rate rises by the change of poverty standard</translation>
    </message>
    <message>
        <source>tỷ lệ trong văn bản không khớp số hộ</source>
        <translation>rate in the document does not match the counts</translation>
    </message>
    <message>
        <source>tỷ trọng ghi thành tỷ lệ</source>
        <translation>share stated as a rate</translation>
    </message>
    <message>
        <source>tổng trong văn bản không khớp</source>
        <translation>total in the document does not match</translation>
    </message>
    <message>
        <source>tổng số hộ quá lớn so với đơn vị khác</source>
        <translation>total households far above other units</translation>
    </message>
    <message>
        <source>tên gần trùng với “{other}”</source>
        <translation>name almost the same as “{other}”</translation>
    </message>
    <message>
        <source>tên có dấu cách thừa hoặc dấu gõ rời</source>
        <translation>name has extra spaces or decomposed diacritics</translation>
    </message>
    <message>
        <source>mã {value} trùng với {other}</source>
        <translation>code {value} is also that of {other}</translation>
    </message>
    <message>
        <source>tổng số hộ</source>
        <translation>total households</translation>
    </message>
    <message>
        <source>tổng số hộ nghèo</source>
        <translation>total poor households</translation>
    </message>
    <message>
        <source>tổng số hộ giảm</source>
        <translation>total reduction in households</translation>
    </message>
    <message>
        <source>, cách nhau {count} hộ</source>
        <translation>, {count} households apart</translation>
    </message>
</context>
<context>
    <name>FindingRow</name>
    <message>
        <source>Đã ẩn: {reason}</source>
        <translation>Hidden: {reason}</translation>
    </message>
    <message>
        <source>Bù {count} hộ</source>
        <translation>Add {count}</translation>
    </message>
    <message>
        <source>Sửa</source>
        <translation>Fix</translation>
    </message>
    <message>
        <source>Hiện lại</source>
        <translation>Show again</translation>
    </message>
    <message>
        <source>Ẩn, có ghi lý do…</source>
        <translation>Hide, giving a reason…</translation>
    </message>
    <message>
        <source>Đi đến ô</source>
        <translation>Go to the cell</translation>
    </message>
</context>
<context>
    <name>FindingsList</name>
    <message>
        <source>✓ Không có vấn đề</source>
        <translation>✓ No problems found</translation>
    </message>
    <message>
        <source>Cần xem lại · {count}</source>
        <translation>To check · {count}</translation>
    </message>
    <message>
        <source>Xem thêm {count}</source>
        <translation>Show {count} more</translation>
    </message>
    <message>
        <source>Kiểm tra</source>
        <translation>Checks</translation>
    </message>
    <message>
        <source>✓ Không có vấn đề (đã ẩn {count})</source>
        <translation>✓ No problems found ({count} hidden)</translation>
    </message>
    <message>
        <source>lỗi</source>
        <translation>errors</translation>
    </message>
    <message>
        <source>cảnh báo</source>
        <translation>warnings</translation>
    </message>
    <message>
        <source>đã ẩn</source>
        <translation>hidden</translation>
    </message>
    <message>
        <source>Chỉ xem {count} {name}</source>
        <translation>Show only: {count} {name}</translation>
    </message>
    <message>
        <source>Chưa có số liệu để kiểm tra</source>
        <translation>There are no figures to check yet</translation>
    </message>
    <message>
        <source>{finding}

Lý do ẩn (được lưu trong kế hoạch):</source>
        <translation>{finding}

Reason for hiding it (kept in the plan):</translation>
    </message>
    <message>
        <source>Ẩn cảnh báo</source>
        <translation>Hide warning</translation>
    </message>
    <message>
        <source>Ẩn lưu ý</source>
        <translation>Hide notes</translation>
    </message>
    <message>
        <source>Xem {count} lưu ý</source>
        <translation>Notes: {count}</translation>
    </message>
</context>
<context>
    <name>Fix</name>
    <message>
        <source>Không tự sửa được với số liệu hiện có.</source>
        <translation>Cannot be fixed automatically with the present figures.</translation>
    </message>
    <message>
        <source>… và {count} thay đổi khác</source>
        <translation>… and {count} more changes</translation>
    </message>
    <message>
        <source>Sẽ sửa:</source>
        <translation>Will change:</translation>
    </message>
</context>
<context>
    <name>Flow</name>
    <message>
        <source>{series}: tái nghèo dự kiến năm {year}</source>
        <translation>{series}: expected to relapse in {year}</translation>
    </message>
    <message>
        <source>{series}: phát sinh mới dự kiến năm {year}</source>
        <translation>{series}: expected newly poor in {year}</translation>
    </message>
    <message>
        <source>{series}: tăng khác dự kiến năm {year}</source>
        <translation>{series}: other increase expected in {year}</translation>
    </message>
    <message>
        <source>{series}: giảm khác dự kiến năm {year}</source>
        <translation>{series}: other decrease expected in {year}</translation>
    </message>
</context>
<context>
    <name>FormsDialog</name>
    <message>
        <source>Biểu mẫu cho đơn vị</source>
        <translation>Forms for the units</translation>
    </message>
    <message>
        <source>Mỗi đơn vị một tệp Excel có sẵn tên và số liệu đã biết, chỉ mở các ô cần điền. Khi đơn vị gửi lại, dùng lệnh Gộp tệp các đơn vị. Sẽ ghi {count} tệp.</source>
        <translation>One Excel file for each unit, with its name and the known figures already there; only the cells to fill in can be changed. When the units send them back, use the command Merge files of the units. Files to be written: {count}.</translation>
    </message>
    <message>
        <source>Thư mục</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>Chọn thư mục…</source>
        <translation>Choose folder…</translation>
    </message>
    <message>
        <source>Chưa có thư mục: hãy chọn nơi ghi.</source>
        <translation>There is no folder yet: choose where to write.</translation>
    </message>
    <message>
        <source>Đã ghi {count} biểu vào {folder}.</source>
        <translation>Forms written to {folder}: {count}.</translation>
    </message>
    <message>
        <source>Chọn thư mục</source>
        <translation>Choose folder</translation>
    </message>
    <message>
        <source>&amp;Ghi biểu</source>
        <translation>&amp;Write forms</translation>
    </message>
    <message>
        <source>Đối tượng</source>
        <translation>Group</translation>
    </message>
    <message>
        <source>&amp;Mở thư mục</source>
        <translation>&amp;Open folder</translation>
    </message>
</context>
<context>
    <name>GoalEntry</name>
    <message>
        <source>Giảm ít nhất (điểm %)</source>
        <translation>Reduce by at least (points)</translation>
    </message>
    <message>
        <source>Giảm ít nhất (hộ)</source>
        <translation>Reduce by at least (households)</translation>
    </message>
    <message>
        <source>Tỷ lệ cuối năm không quá (%)</source>
        <translation>Rate at year end at most (%)</translation>
    </message>
</context>
<context>
    <name>GoalForm</name>
    <message>
        <source>Đơn vị</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Năm</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>Đối tượng</source>
        <translation>Group</translation>
    </message>
    <message>
        <source>Chỉ tiêu</source>
        <translation>Goal</translation>
    </message>
    <message>
        <source>Giá trị</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>đến (nếu là khoảng)</source>
        <translation>to (for a range)</translation>
    </message>
    <message>
        <source>Văn bản giao</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Ngày</source>
        <translation>Date</translation>
    </message>
</context>
<context>
    <name>GoalLine</name>
    <message>
        <source>Nhập số liệu</source>
        <translation>Enter figures</translation>
    </message>
</context>
<context>
    <name>Goals</name>
    <message>
        <source>Chỉ tiêu</source>
        <translation>Goal</translation>
    </message>
    <message>
        <source>✓ đạt theo số làm tròn</source>
        <translation>✓ met as printed</translation>
    </message>
    <message>
        <source>quá {count} hộ</source>
        <translation>{count} too many</translation>
    </message>
    <message>
        <source>dư {count} hộ</source>
        <translation>{count} to spare</translation>
    </message>
    <message>
        <source>thiếu {count} hộ</source>
        <translation>{count} short</translation>
    </message>
    <message>
        <source>, cách nhau {count} hộ</source>
        <translation>, {count} households apart</translation>
    </message>
    <message>
        <source>Không thể cùng đạt với chỉ tiêu “{demand}”{source} của đơn vị{gap}.</source>
        <translation>Cannot be met together with the unit’s goal “{demand}”{source}{gap}.</translation>
    </message>
    <message>
        <source>giảm từ {value} điểm % trở lên</source>
        <translation>reduce by at least {value} points</translation>
    </message>
    <message>
        <source>giảm từ {value} hộ trở lên</source>
        <translation>reduce by at least {value} households</translation>
    </message>
    <message>
        <source>cuối năm không quá {value} %</source>
        <translation>at most {value} % at year end</translation>
    </message>
    <message>
        <source>giảm từ {value} đến {most} điểm %</source>
        <translation>reduce by {value} to {most} points</translation>
    </message>
    <message>
        <source>giảm từ {value} đến {most} hộ</source>
        <translation>reduce by {value} to {most} households</translation>
    </message>
    <message>
        <source>cuối năm từ {most} đến {value} %</source>
        <translation>at year end from {most} to {value} %</translation>
    </message>
    <message>
        <source>chưa có số liệu</source>
        <translation>no figures yet</translation>
    </message>
    <message>
        <source>{verdict}, quá {count} hộ</source>
        <translation>{verdict}, {count} households too many</translation>
    </message>
    <message>
        <source>{verdict}, thiếu {count} hộ</source>
        <translation>{verdict}, {count} households short</translation>
    </message>
    <message>
        <source>chưa đạt</source>
        <translation>not met</translation>
    </message>
    <message>
        <source>vượt khoảng</source>
        <translation>beyond the range</translation>
    </message>
    <message>
        <source>✓ đạt</source>
        <translation>✓ met</translation>
    </message>
</context>
<context>
    <name>GoalsDialog</name>
    <message>
        <source>Chỉ tiêu được giao</source>
        <translation>Assigned goals</translation>
    </message>
    <message>
        <source>&amp;Thêm mới</source>
        <translation>&amp;Add new</translation>
    </message>
    <message>
        <source>&amp;Lưu thay đổi</source>
        <translation>&amp;Save changes</translation>
    </message>
    <message>
        <source>&amp;Xóa</source>
        <translation>&amp;Remove</translation>
    </message>
    <message>
        <source>&amp;Nhập số liệu…</source>
        <translation>&amp;Enter figures…</translation>
    </message>
    <message>
        <source>Chính xác (mặc định)</source>
        <translation>Exact (default)</translation>
    </message>
    <message>
        <source>Theo số đã làm tròn như in trong phụ lục</source>
        <translation>By the rounded figure as printed in the appendix</translation>
    </message>
    <message>
        <source>Xem chỉ tiêu khác sẽ bỏ những gì vừa gõ.</source>
        <translation>Looking at another goal gives up what was typed.</translation>
    </message>
    <message>
        <source>Bỏ và xem</source>
        <translation>Give up and look</translation>
    </message>
    <message>
        <source>“Từ 0,8 trở lên” nghĩa là giảm đúng 0,8 điểm % hoặc hơn: giảm 0,7888 là chưa đạt, dù phụ lục in thành 0,8.</source>
        <translation>“At least 0,8” means a reduction of exactly 0,8 points or more: a reduction of 0,7888 does not meet it, although the appendix prints 0,8.</translation>
    </message>
    <message>
        <source>“Từ 0,8 trở lên” được so với số in trong phụ lục: giảm 0,7888 in thành 0,8 nên coi là đạt.</source>
        <translation>“At least 0,8” is compared with the figure printed in the appendix: a reduction of 0,7888 is printed as 0,8 and so counts as met.</translation>
    </message>
    <message>
        <source>Chỉ ghi cả hai khi hai văn bản thật sự giao như vậy.</source>
        <translation>Write both only if the two documents really say so.</translation>
    </message>
    <message>
        <source>Vẫn ghi</source>
        <translation>Write it all the same</translation>
    </message>
    <message>
        <source>Danh sách chỉ tiêu được giao</source>
        <translation>List of assigned goals</translation>
    </message>
    <message>
        <source>Đọc “từ X trở lên”:</source>
        <translation>Reading of “at least X”:</translation>
    </message>
    <message>
        <source>Chỉ tiêu đang chọn, hoặc chỉ tiêu mới</source>
        <translation>The selected goal, or a new one</translation>
    </message>
    <message>
        <source>Chỉ tiêu đang gõ chưa được thêm hay lưu.</source>
        <translation>The goal being typed is neither added nor saved.</translation>
    </message>
    <message>
        <source>Đóng bảng này sẽ bỏ những gì vừa gõ.</source>
        <translation>Closing gives up what was typed.</translation>
    </message>
    <message>
        <source>Bỏ và đóng</source>
        <translation>Give up and close</translation>
    </message>
</context>
<context>
    <name>GoalsModel</name>
    <message>
        <source>Đơn vị</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Năm</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>Đối tượng</source>
        <translation>Group</translation>
    </message>
    <message>
        <source>Chỉ tiêu</source>
        <translation>Goal</translation>
    </message>
    <message>
        <source>Kết quả</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>Dư, thiếu</source>
        <translation>Spare, short</translation>
    </message>
    <message>
        <source>Văn bản giao</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Ngày</source>
        <translation>Date</translation>
    </message>
</context>
<context>
    <name>GridPane</name>
    <message>
        <source>Các trang của tệp</source>
        <translation>Sheets of the file</translation>
    </message>
    <message>
        <source>Tệp như đã đọc</source>
        <translation>The file as it was read</translation>
    </message>
    <message>
        <source>Dòng đang chọn là &amp;tiêu đề</source>
        <translation>The selected row is the &amp;heading</translation>
    </message>
    <message>
        <source>Chọn các dòng tiêu đề của bảng rồi bấm, khi chương trình nhận sai bảng.</source>
        <translation>Select the heading rows of the table and press this when the program has taken the wrong table.</translation>
    </message>
    <message>
        <source>{name} (ẩn)</source>
        <translation>{name} (hidden)</translation>
    </message>
</context>
<context>
    <name>GrossFlows</name>
    <message>
        <source>Tái nghèo dự kiến (hộ)</source>
        <translation>Expected to relapse</translation>
    </message>
    <message>
        <source>Phát sinh mới dự kiến (hộ)</source>
        <translation>Expected newly poor</translation>
    </message>
    <message>
        <source>Phải thoát nghèo</source>
        <translation>Must leave poverty</translation>
    </message>
    <message>
        <source>Ô để trống được cộng từ các đơn vị bên dưới.</source>
        <translation>Empty fields are added up from the units below.</translation>
    </message>
    <message>
        <source>Vượt số hộ nghèo đầu năm {count} hộ: không thể đạt.</source>
        <translation>{count} households more than the poor households at the start of the year: impossible to reach.</translation>
    </message>
    <message>
        <source>{count} hộ</source>
        <translation>{count} households</translation>
    </message>
</context>
<context>
    <name>HelpDialog</name>
    <message>
        <source>Trợ giúp</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>Các bước chính</source>
        <translation>Main steps</translation>
    </message>
    <message>
        <source>Phím tắt trong bảng</source>
        <translation>Keys in the table</translation>
    </message>
    <message>
        <source>Số liệu liên hệ với nhau thế nào</source>
        <translation>How the figures depend on each other</translation>
    </message>
    <message>
        <source>Mở kế hoạch có sẵn hoặc kế hoạch mẫu; hoặc lập kế hoạch mới từ bảng Excel (menu Tệp, Kế hoạch mới từ Excel).</source>
        <translation>Open an existing plan or a sample plan; or make a new plan from an Excel table (menu File, New plan from Excel).</translation>
    </message>
    <message>
        <source>Gõ, dán hoặc nhập kết quả rà soát cuối năm trước, rồi chỉ tiêu của từng đơn vị. Muốn chia một tổng cho các đơn vị, bấm “Phân bổ…”.</source>
        <translation>Type, paste or import the review of the end of the year before, then the targets of the units. To divide a total among the units, press “Allocate…”.</translation>
    </message>
    <message>
        <source>Nhập một tệp Excel hoặc gộp tệp của các đơn vị: chỗ chưa chắc được hỏi. Cột và tên đơn vị đã chọn cho một nơi gửi được nhớ; lần sau bấm “Dùng lại” nếu vẫn đúng.</source>
        <translation>Import one Excel file or merge the files of all units: what is uncertain is asked. What you choose for the columns and unit names of a sender is remembered; next time press “Use again” if it still holds.</translation>
    </message>
    <message>
        <source>Xem bảng bên phải: chỉ tiêu được giao đã đạt chưa, còn thiếu bao nhiêu hộ. Cảnh báo sửa được thì có nút sửa; bấm vào cảnh báo để đến ô.</source>
        <translation>Look at the panel on the right: whether the assigned goals are met, and how many households are short. What can be mended has a button for it; press a warning to go to its cell.</translation>
    </message>
    <message>
        <source>Muốn cân nhắc nhiều mức, nhân bản phương án rồi kéo thanh cường độ; so sánh các phương án trong menu Xem.</source>
        <translation>To weigh several levels, duplicate the scenario and move the intensity slider; compare scenarios in the menu View.</translation>
    </message>
    <message>
        <source>Lưu kế hoạch, rồi bấm “Xuất phụ lục” để có bảng Excel kèm theo văn bản.</source>
        <translation>Save the plan, then press “Export appendix” for the Excel table that goes with the document.</translation>
    </message>
    <message>
        <source>Sửa ô; gõ số để thay cả ô</source>
        <translation>Edit the cell; type a number to replace its content</translation>
    </message>
    <message>
        <source>Nhận giá trị và xuống · lên một dòng</source>
        <translation>Accept the value and go one row down · up</translation>
    </message>
    <message>
        <source>Nhận giá trị và sang phải · trái</source>
        <translation>Accept the value and go right · left</translation>
    </message>
    <message>
        <source>Về số liệu đầu của dòng · của bảng</source>
        <translation>Go to the first figure of the row · of the table</translation>
    </message>
    <message>
        <source>Ctrl+mũi tên</source>
        <translation>Ctrl+arrow</translation>
    </message>
    <message>
        <source>Đến ô cuối về phía đó</source>
        <translation>Go to the last cell in that direction</translation>
    </message>
    <message>
        <source>Bỏ giá trị đang gõ</source>
        <translation>Discard what is being typed</translation>
    </message>
    <message>
        <source>Xóa nội dung các ô đang chọn</source>
        <translation>Clear the selected cells</translation>
    </message>
    <message>
        <source>Sao chép · cắt · dán khối ô, cả từ Excel</source>
        <translation>Copy · cut · paste a block of cells, also from Excel</translation>
    </message>
    <message>
        <source>Dán, nhưng xem trước ô nào thay đổi, ô nào không dán được</source>
        <translation>Paste, but first see which cells change and which cannot be pasted</translation>
    </message>
    <message>
        <source>Điền ô trên cùng xuống các ô đang chọn</source>
        <translation>Fill the top cell down into the selected cells</translation>
    </message>
    <message>
        <source>Hoàn tác · làm lại</source>
        <translation>Undo · redo</translation>
    </message>
    <message>
        <source>Mở danh sách lệnh của ô</source>
        <translation>Open the menu of the cell</translation>
    </message>
    <message>
        <source>Mở · đóng các đơn vị cấp dưới</source>
        <translation>Open · close the units below</translation>
    </message>
    <message>
        <source>Chuyển đơn vị lên · xuống</source>
        <translation>Move the unit up · down</translation>
    </message>
    <message>
        <source>Sang phần kế tiếp · về phần trước của cửa sổ</source>
        <translation>Go to the next · previous part of the window</translation>
    </message>
    <message>
        <source>Phân bổ chỉ tiêu cho các đơn vị</source>
        <translation>Allocate targets to the units</translation>
    </message>
    <message>
        <source>Lưu · mở · xuất phụ lục</source>
        <translation>Save · open · export the appendix</translation>
    </message>
    <message>
        <source>Trình chiếu cả màn hình; bấm lần nữa để trở lại</source>
        <translation>Presentation on the whole screen; press again to come back</translation>
    </message>
    <message>
        <source>Trong mỗi dòng, ô kế hoạch gõ sau cùng được ghim (dấu chấm); các ô khác tính theo ô đó, và tính lại khi số hộ thay đổi.</source>
        <translation>In each row the plan cell typed last is pinned (the dot); the other cells follow from it, and follow again when the number of households changes.</translation>
    </message>
    <message>
        <source>Tỷ lệ luôn tính từ số hộ, chỉ làm tròn khi hiển thị. Mức giảm là hiệu của hai tỷ lệ chưa làm tròn. Dòng tổng cộng lấy từ tổng số hộ, không lấy trung bình tỷ lệ.</source>
        <translation>Rates are always computed from counts of households and rounded only for display. The reduction is the difference of the two unrounded rates. The total row comes from total households, not from the mean of the rates.</translation>
    </message>
    <message>
        <source>“Từ X trở lên” đọc đúng nghĩa: số hộ phải thật sự đạt mức X. Chỗ chưa đạt có góc màu cam, bảng bên phải nêu số hộ còn thiếu và nút bù.</source>
        <translation>“At least X” is read exactly: the households must really reach X. Cells that do not reach it have an orange corner; the panel on the right says how many households are short and has a button to add them.</translation>
    </message>
    <message>
        <source>Viết số: dấu chấm tách hàng nghìn, dấu phẩy thập phân: 170.550 và 5,18.</source>
        <translation>Numbers are written the Vietnamese way in both languages: a dot separates thousands, a comma decimals: 170.550 and 5,18.</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>Ban đầu, trước mọi thay đổi</source>
        <translation>At first, before all changes</translation>
    </message>
    <message>
        <source>“{name}”</source>
        <translation>“{name}”</translation>
    </message>
    <message>
        <source>ban đầu</source>
        <translation>the beginning</translation>
    </message>
    <message>
        <source>sau thay đổi số {number}</source>
        <translation>after change {number}</translation>
    </message>
    <message>
        <source>không rõ lúc nào</source>
        <translation>time unknown</translation>
    </message>
    <message>
        <source>Hoàn tác: {what}</source>
        <translation>Undo: {what}</translation>
    </message>
    <message>
        <source>Làm lại: {what}</source>
        <translation>Redo: {what}</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>Số</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Thời gian</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Người · máy</source>
        <translation>Person · computer</translation>
    </message>
    <message>
        <source>Thay đổi</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Phiên bản · tệp nguồn</source>
        <translation>Version · source file</translation>
    </message>
    <message>
        <source>Lịch sử</source>
        <translation>History</translation>
    </message>
    <message>
        <source>Lọc theo đơn vị hoặc nội dung…</source>
        <translation>Filter by unit or content…</translation>
    </message>
    <message>
        <source>Lọc lịch sử</source>
        <translation>Filter the history</translation>
    </message>
    <message>
        <source>Quay về thời điểm này</source>
        <translation>Return to this state</translation>
    </message>
    <message>
        <source>So sánh với hiện tại…</source>
        <translation>Compare with the present state…</translation>
    </message>
    <message>
        <source>So sánh hai thời điểm…</source>
        <translation>Compare two states…</translation>
    </message>
    <message>
        <source>Giữ Ctrl và chọn hai dòng để so sánh với nhau</source>
        <translation>Hold Ctrl and choose two lines to compare them with each other</translation>
    </message>
    <message>
        <source>Đặt tên trạng thái hiện tại…</source>
        <translation>Name the present state…</translation>
    </message>
    <message>
        <source>Đang đọc lịch sử…</source>
        <translation>Reading the history…</translation>
    </message>
    <message>
        <source>Chưa có thay đổi nào.</source>
        <translation>There are no changes yet.</translation>
    </message>
    <message>
        <source>{shown} trong {all} thay đổi</source>
        <translation>{shown} of {all} changes</translation>
    </message>
    <message>
        <source>So sánh: {state} và hiện tại</source>
        <translation>Comparison: {state} and the present</translation>
    </message>
    <message>
        <source>So sánh: {first} và {second}</source>
        <translation>Comparison: {first} and {second}</translation>
    </message>
    <message>
        <source>Đặt tên phiên bản</source>
        <translation>Name a version</translation>
    </message>
    <message>
        <source>Tên phiên bản:</source>
        <translation>Name of the version:</translation>
    </message>
    <message>
        <source>Bản trình UBND</source>
        <translation>Version submitted to the People’s Committee</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Kế hoạch mới từ Excel</source>
        <translation>New plan from Excel</translation>
    </message>
    <message>
        <source>Nhập số liệu</source>
        <translation>Import figures</translation>
    </message>
    <message>
        <source>&amp;Lập kế hoạch</source>
        <translation>&amp;Make plan</translation>
    </message>
    <message>
        <source>&amp;Nhập</source>
        <translation>&amp;Import</translation>
    </message>
    <message>
        <source>{name} · SHA-256 {hash}</source>
        <translation>{name} · SHA-256 {hash}</translation>
    </message>
</context>
<context>
    <name>ImportTabs</name>
    <message>
        <source>Lưu ý về tệp</source>
        <translation>Notes on the file</translation>
    </message>
    <message>
        <source>Không có gì đặc biệt.</source>
        <translation>Nothing to note.</translation>
    </message>
    <message>
        <source>Cần quyết định</source>
        <translation>To be decided</translation>
    </message>
    <message>
        <source>Sẽ thay đổi</source>
        <translation>Will change</translation>
    </message>
    <message>
        <source>Cột</source>
        <translation>Columns</translation>
    </message>
    <message>
        <source>Đơn vị</source>
        <translation>Units</translation>
    </message>
    <message>
        <source>Đối chiếu</source>
        <translation>Comparison</translation>
    </message>
    <message>
        <source>Lưu ý</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Ô</source>
        <translation>Cell</translation>
    </message>
    <message>
        <source>Trên tệp</source>
        <translation>In the file</translation>
    </message>
    <message>
        <source>Tính lại</source>
        <translation>Recomputed</translation>
    </message>
    <message>
        <source>Chênh</source>
        <translation>Difference</translation>
    </message>
    <message>
        <source>Đối chiếu tỷ lệ và dòng tổng</source>
        <translation>Comparison of rates and total rows</translation>
    </message>
</context>
<context>
    <name>Intake</name>
    <message>
        <source>Không đọc được tệp: hãy xem tệp có còn ở đó và bạn có quyền mở không.</source>
        <translation>The file cannot be read: check that it is still there and that you may open it.</translation>
    </message>
    <message>
        <source>Tệp rỗng: hãy xin gửi lại.</source>
        <translation>The file is empty: ask for it again.</translation>
    </message>
    <message>
        <source>Tệp quá lớn: hãy tách thành các tệp nhỏ hơn.</source>
        <translation>The file is too large: split it into smaller files.</translation>
    </message>
    <message>
        <source>Tệp bung ra lớn bất thường nên không đọc: hãy hỏi lại người gửi.</source>
        <translation>The file unpacks to an unusual size, so it is not read: ask the sender.</translation>
    </message>
    <message>
        <source>Tệp có quá nhiều thành phần bên trong nên không đọc: hãy hỏi lại người gửi.</source>
        <translation>The file has too many parts inside, so it is not read: ask the sender.</translation>
    </message>
    <message>
        <source>Tệp chứa khai báo không an toàn nên không đọc: hãy hỏi lại người gửi.</source>
        <translation>The file contains unsafe declarations, so it is not read: ask the sender.</translation>
    </message>
    <message>
        <source>Tệp có ô nằm quá xa bảng: hãy xóa các dòng, cột thừa rồi lưu lại.</source>
        <translation>The file has cells too far from the table: delete the surplus rows and columns and save again.</translation>
    </message>
    <message>
        <source>Tệp có vùng trộn ô quá lớn: hãy bỏ trộn ô ngoài bảng rồi lưu lại.</source>
        <translation>The file has a merged range that is too large: unmerge the cells outside the table and save again.</translation>
    </message>
    <message>
        <source>Tệp có quá nhiều dòng: hãy xóa các dòng thừa rồi lưu lại.</source>
        <translation>The file has too many rows: delete the surplus rows and save again.</translation>
    </message>
    <message>
        <source>Tệp có mật khẩu: hãy bỏ mật khẩu trong Excel rồi lưu lại.</source>
        <translation>The file has a password: remove the password in Excel and save again.</translation>
    </message>
    <message>
        <source>Không nhận ra bảng mã của tệp: hãy lưu lại dạng xlsx hoặc CSV UTF-8.</source>
        <translation>The encoding of the file is not recognised: save it as xlsx or CSV UTF-8.</translation>
    </message>
    <message>
        <source>Chữ tiếng Việt đã thành dấu hỏi khi lưu: hãy lưu lại bản gốc dạng xlsx hoặc CSV UTF-8.</source>
        <translation>Vietnamese letters became question marks when the file was saved: save the original again as xlsx or CSV UTF-8.</translation>
    </message>
    <message>
        <source>Đây là trang web mang tên bảng tính: hãy mở bằng Excel rồi lưu lại dạng xlsx.</source>
        <translation>This is a web page named as a spreadsheet: open it in Excel and save it as xlsx.</translation>
    </message>
    <message>
        <source>Đây là tệp của DN Planner: hãy dùng lệnh Mở, hoặc ghép cùng các tệp khác.</source>
        <translation>This is a DN Planner file: use the Open command, or merge it with other files.</translation>
    </message>
    <message>
        <source>Đây không phải bảng tính: hãy chọn tệp xlsx, xls, ods, xlsb hoặc csv.</source>
        <translation>This is not a spreadsheet: choose an xlsx, xls, ods, xlsb or csv file.</translation>
    </message>
    <message>
        <source>Tệp bị hỏng, không đọc được: hãy mở bằng Excel và lưu lại, hoặc xin gửi lại.</source>
        <translation>The file is damaged and cannot be read: open it in Excel and save again, or ask for it again.</translation>
    </message>
    <message>
        <source>Đọc tệp quá lâu nên đã dừng: hãy mở bằng Excel và lưu lại.</source>
        <translation>Reading took too long and was stopped: open the file in Excel and save again.</translation>
    </message>
    <message>
        <source>Tệp cần quá nhiều bộ nhớ nên đã dừng: hãy xóa phần thừa rồi lưu lại.</source>
        <translation>The file needs too much memory, so reading was stopped: delete what is not needed and save again.</translation>
    </message>
    <message>
        <source>Tệp làm bộ đọc bị dừng: hãy mở bằng Excel và lưu lại dạng xlsx.</source>
        <translation>The file made the reader stop: open it in Excel and save it as xlsx.</translation>
    </message>
    <message>
        <source>Đã dừng đọc theo yêu cầu.</source>
        <translation>Reading was stopped as requested.</translation>
    </message>
    <message>
        <source>Không tìm thấy bảng số liệu hộ nghèo: hãy chỉ dòng tiêu đề của bảng.</source>
        <translation>No table of poor households was found: point out the heading row of the table.</translation>
    </message>
    <message>
        <source>Không rõ bảng của năm nào: hãy cho biết năm.</source>
        <translation>It is not clear which year the table is for: state the year.</translation>
    </message>
    <message>
        <source>“{text}” không phải là số.</source>
        <translation>“{text}” is not a number.</translation>
    </message>
    <message>
        <source>“{text}” không phải số hộ tròn.</source>
        <translation>“{text}” is not a whole number of households.</translation>
    </message>
    <message>
        <source>“{text}” là số âm.</source>
        <translation>“{text}” is a negative number.</translation>
    </message>
    <message>
        <source>“{text}” quá lớn đối với số hộ.</source>
        <translation>“{text}” is too large for a number of households.</translation>
    </message>
    <message>
        <source>“{text}” là tỷ lệ nhưng nằm ở cột số hộ.</source>
        <translation>“{text}” is a rate but stands in a column of counts.</translation>
    </message>
    <message>
        <source>“{text}” có thể mất dấu phân cách nghìn, hoặc là tỷ lệ nằm nhầm cột.</source>
        <translation>“{text}” may have lost its thousands separator, or is a rate in the wrong column.</translation>
    </message>
    <message>
        <source>“{text}”: trong cột vừa có dấu chấm vừa có dấu phẩy ngăn hàng nghìn.</source>
        <translation>“{text}”: the column has both dots and commas as thousands separators.</translation>
    </message>
    <message>
        <source>“{text}”: dấu phẩy là hàng nghìn hay phần thập phân?</source>
        <translation>“{text}”: does the comma separate thousands or decimals?</translation>
    </message>
    <message>
        <source>“{text}” là phần trăm hay là phần của 1?</source>
        <translation>“{text}”: is it a percentage or a share of 1?</translation>
    </message>
    <message>
        <source>“{text}” vượt quá 100 %.</source>
        <translation>“{text}” exceeds 100 %.</translation>
    </message>
    <message>
        <source>“{text}” có thể hiểu nhiều cách.</source>
        <translation>“{text}” can be understood in several ways.</translation>
    </message>
    <message>
        <source>“{text}” là ngày tháng, có thể do Excel tự đổi từ số.</source>
        <translation>“{text}” is a date; Excel may have turned a number into it.</translation>
    </message>
    <message>
        <source>Ô báo lỗi {text}.</source>
        <translation>The cell reports the error {text}.</translation>
    </message>
    <message>
        <source>Công thức trong ô chưa được tính.</source>
        <translation>The formula in the cell has not been computed.</translation>
    </message>
    <message>
        <source>Kế hoạch không có đơn vị “{text}”.</source>
        <translation>The plan has no unit “{text}”.</translation>
    </message>
    <message>
        <source>“{text}” có phải là {suggested} không?</source>
        <translation>“{text}”: is this {suggested}?</translation>
    </message>
    <message>
        <source>Có nhiều đơn vị tên “{text}”.</source>
        <translation>There are several units named “{text}”.</translation>
    </message>
    <message>
        <source>Đơn vị “{text}” có hai dòng.</source>
        <translation>Unit “{text}” has two rows.</translation>
    </message>
    <message>
        <source>Cột “{text}” trùng nghĩa với một cột khác.</source>
        <translation>Column “{text}” means the same as another column.</translation>
    </message>
    <message>
        <source>{text} khác số ở bảng khác trong cùng tệp.</source>
        <translation>{text} differs from the figure in another table of the same file.</translation>
    </message>
    <message>
        <source>{text} hộ nghèo cuối năm không bằng đầu năm trừ số giảm.</source>
        <translation>{text} poor households at year end do not equal the start of the year less the reduction.</translation>
    </message>
    <message>
        <source>{text} hộ nghèo nhiều hơn tổng số hộ.</source>
        <translation>{text} poor households are more than all households.</translation>
    </message>
    <message>
        <source>Giảm {text} hộ, nhiều hơn số hộ nghèo.</source>
        <translation>A reduction of {text} households is more than the poor households.</translation>
    </message>
    <message>
        <source>Bảng không có số liệu của năm đang nhập.</source>
        <translation>The table has no figures for the year being entered.</translation>
    </message>
    <message>
        <source>Hộ chưa ghi đơn vị.</source>
        <translation>The household has no unit.</translation>
    </message>
    <message>
        <source>“{text}” gồm các đơn vị khác cũng có trong danh sách: hộ thuộc đơn vị nào?</source>
        <translation>“{text}” includes other units of the list: to which does the household belong?</translation>
    </message>
    <message>
        <source>Phân loại “{text}” là hộ nghèo hay cận nghèo?</source>
        <translation>Does the class “{text}” mean poor or near-poor?</translation>
    </message>
    <message>
        <source>Danh sách không có cột phân loại: các hộ đều là hộ nghèo hay hộ cận nghèo?</source>
        <translation>The list has no column of classes: are all its households poor, or near-poor?</translation>
    </message>
    <message>
        <source>Hộ được đánh dấu cả hộ nghèo lẫn hộ cận nghèo.</source>
        <translation>The household is marked both poor and near-poor.</translation>
    </message>
    <message>
        <source>“{text}” có phải là đánh dấu không?</source>
        <translation>Is “{text}” a mark?</translation>
    </message>
    <message>
        <source>Dân tộc “{text}” là DTTS hay Kinh?</source>
        <translation>Is the ethnicity “{text}” a minority (DTTS) or Kinh?</translation>
    </message>
    <message>
        <source>Hộ dân tộc Kinh được đánh dấu là DTTS tại chỗ.</source>
        <translation>A Kinh household is marked as a local minority household.</translation>
    </message>
    <message>
        <source>Mã hộ {text} có ở nhiều dòng: {rows}.</source>
        <translation>Household code {text} stands in several rows: {rows}.</translation>
    </message>
    <message>
        <source>Mã hộ {text} có ở nhiều dòng khác đơn vị hoặc phân loại: {rows}; đếm một lần là theo dòng đầu.</source>
        <translation>Household code {text} stands in rows of different units or classes: {rows}; counted once, the first row holds.</translation>
    </message>
    <message>
        <source>Cột “{text}”: nhiều mã có ở nhiều dòng, có thể mã chỉ đánh riêng từng nơi.</source>
        <translation>Column “{text}”: many codes stand in several rows; perhaps each place numbers its own.</translation>
    </message>
    <message>
        <source>Tên danh sách ghi năm {text}: số liệu là của cuối năm nào?</source>
        <translation>The title says {text}: of which year’s end are the figures?</translation>
    </message>
    <message>
        <source>hộ nghèo</source>
        <translation>poor</translation>
    </message>
    <message>
        <source>hộ cận nghèo</source>
        <translation>near-poor</translation>
    </message>
    <message>
        <source>có</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>DTTS</source>
        <translation>minority (DTTS)</translation>
    </message>
    <message>
        <source>Kinh</source>
        <translation>Kinh</translation>
    </message>
    <message>
        <source>đếm một lần</source>
        <translation>count once</translation>
    </message>
    <message>
        <source>đếm cả hai</source>
        <translation>count both</translation>
    </message>
    <message>
        <source>đếm tất cả</source>
        <translation>count all</translation>
    </message>
    <message>
        <source>như dòng trên</source>
        <translation>as in the row above</translation>
    </message>
    <message>
        <source>phân loại hộ</source>
        <translation>class of the household</translation>
    </message>
    <message>
        <source>đánh dấu hộ nghèo</source>
        <translation>mark: poor</translation>
    </message>
    <message>
        <source>đánh dấu hộ cận nghèo</source>
        <translation>mark: near-poor</translation>
    </message>
    <message>
        <source>dân tộc</source>
        <translation>ethnicity</translation>
    </message>
    <message>
        <source>đánh dấu DTTS</source>
        <translation>mark: minority (DTTS)</translation>
    </message>
    <message>
        <source>đánh dấu DTTS tại chỗ</source>
        <translation>mark: local minority</translation>
    </message>
    <message>
        <source>mã hộ</source>
        <translation>household code</translation>
    </message>
    <message>
        <source>{cell}: {unit}, tỷ lệ in {printed}, tính lại {computed}.</source>
        <translation>{cell}: {unit}, printed rate {printed}, recomputed {computed}.</translation>
    </message>
    <message>
        <source>{cell}: {unit}, in {printed}, tính lại {computed}.</source>
        <translation>{cell}: {unit}, printed {printed}, recomputed {computed}.</translation>
    </message>
    <message>
        <source>{cell}: dòng tổng in {printed}, cộng các đơn vị được {computed}.</source>
        <translation>{cell}: total row printed {printed}, the units add up to {computed}.</translation>
    </message>
    <message>
        <source>{sheet}: trang ẩn, không đọc.</source>
        <translation>{sheet}: hidden sheet, not read.</translation>
    </message>
    <message>
        <source>{sheet}: {times} dòng ẩn, vẫn đọc.</source>
        <translation>{sheet}: hidden rows, still read: {times}.</translation>
    </message>
    <message>
        <source>{sheet}: {times} cột ẩn, vẫn đọc.</source>
        <translation>{sheet}: hidden columns, still read: {times}.</translation>
    </message>
    <message>
        <source>{sheet}: {times} dòng tổng, chỉ đối chiếu.</source>
        <translation>{sheet}: total rows, only compared: {times}.</translation>
    </message>
    <message>
        <source>{sheet}: {times} dòng nhóm, không nhập.</source>
        <translation>{sheet}: group rows, not imported: {times}.</translation>
    </message>
    <message>
        <source>{sheet}: {times} dòng ghi chú, không nhập.</source>
        <translation>{sheet}: rows of notes, not imported: {times}.</translation>
    </message>
    <message>
        <source>{sheet}: {times} hộ không ghi phân loại, không đếm.</source>
        <translation>{sheet}: {times} households without class, not counted.</translation>
    </message>
    <message>
        <source>{sheet}: {times} hộ nghèo không ghi dân tộc, không đếm là hộ DTTS.</source>
        <translation>{sheet}: {times} poor households without ethnicity, not counted as minority households.</translation>
    </message>
    <message>
        <source>Tệp có macro; chương trình không chạy macro.</source>
        <translation>The file has macros; the program does not run macros.</translation>
    </message>
    <message>
        <source>Tệp liên kết tới tệp khác; không mở liên kết.</source>
        <translation>The file links to other files; the links are not opened.</translation>
    </message>
    <message>
        <source>Tệp nhúng đối tượng khác; không mở đối tượng.</source>
        <translation>The file embeds other objects; the objects are not opened.</translation>
    </message>
    <message>
        <source>Tệp có kết nối dữ liệu; không kết nối.</source>
        <translation>The file has data connections; no connection is made.</translation>
    </message>
    <message>
        <source>Không đọc được tệp (mã lỗi: {code}).</source>
        <translation>The file cannot be read (error code: {code}).</translation>
    </message>
    <message>
        <source>{text}</source>
        <translation>{text}</translation>
    </message>
    <message>
        <source> ({times} dòng)</source>
        <translation> ({times} rows)</translation>
    </message>
    <message>
        <source>Phương án 1</source>
        <translation>Scenario 1</translation>
    </message>
    <message>
        <source>trùng tên</source>
        <translation>same name</translation>
    </message>
    <message>
        <source>theo khóa của biểu</source>
        <translation>by the key of the form</translation>
    </message>
    <message>
        <source>bạn đã chọn</source>
        <translation>chosen by you</translation>
    </message>
    <message>
        <source>bạn đã bỏ qua</source>
        <translation>left out by you</translation>
    </message>
    <message>
        <source>gần giống, cần xác nhận</source>
        <translation>similar, to be confirmed</translation>
    </message>
    <message>
        <source>nhiều đơn vị cùng tên</source>
        <translation>several units of this name</translation>
    </message>
    <message>
        <source>không có trong kế hoạch</source>
        <translation>not in the plan</translation>
    </message>
    <message>
        <source>theo quy tắc tăng</source>
        <translation>by the growth rule</translation>
    </message>
    <message>
        <source>dòng tổng</source>
        <translation>total row</translation>
    </message>
    <message>
        <source>tên đơn vị</source>
        <translation>name of the unit</translation>
    </message>
    <message>
        <source>không nhập</source>
        <translation>not imported</translation>
    </message>
    <message>
        <source>“{text}” gần giống tên nhiều đơn vị.</source>
        <translation>“{text}” is similar to the names of several units.</translation>
    </message>
    <message>
        <source>bỏ qua</source>
        <translation>left out</translation>
    </message>
    <message>
        <source>Còn {count} chỗ phải quyết định rồi mới nhập được.</source>
        <translation>To be decided before importing: {count}.</translation>
    </message>
    <message>
        <source>Tệp giống kế hoạch đang mở: không có gì để nhập.</source>
        <translation>The file says the same as the plan that is open: nothing to import.</translation>
    </message>
    <message>
        <source>Kế hoạch mới “{title}” có {units} đơn vị, {count} số liệu.</source>
        <translation>The new plan “{title}” has {units} units and {count} figures.</translation>
    </message>
    <message>
        <source>Sẽ thay đổi {count} số liệu của {units} đơn vị; một lần Hoàn tác là trở lại.</source>
        <translation>Will change {count} figures of {units} units; one Undo takes it back.</translation>
    </message>
</context>
<context>
    <name>IntakeActions</name>
    <message>
        <source>Nhập số liệu</source>
        <translation>Import figures</translation>
    </message>
    <message>
        <source>Kế hoạch mới từ Excel</source>
        <translation>New plan from Excel</translation>
    </message>
    <message>
        <source>Chọn thư mục có tệp của các đơn vị</source>
        <translation>Choose the folder with the units’ files</translation>
    </message>
    <message>
        <source>Bieu gui don vi</source>
        <translation>Forms for the units</translation>
    </message>
    <message>
        <source>Đã nhập {count} số liệu từ {name}. Ctrl+Z để hoàn tác.</source>
        <translation>{count} figures imported from {name}. Ctrl+Z undoes it.</translation>
    </message>
    <message>
        <source>Bảng tính ({patterns})</source>
        <translation>Spreadsheets ({patterns})</translation>
    </message>
    <message>
        <source>Mọi tệp (*)</source>
        <translation>All files (*)</translation>
    </message>
    <message>
        <source>Đã gộp {count} số liệu của {units} đơn vị. Ctrl+Z để hoàn tác.</source>
        <translation>{count} figures of {units} units merged. Ctrl+Z undoes it.</translation>
    </message>
</context>
<context>
    <name>IntakeDialog</name>
    <message>
        <source>Nhận &amp;mọi gợi ý</source>
        <translation>Accept all &amp;suggestions</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Kế hoạch mẫu</source>
        <translation>Sample plan</translation>
    </message>
</context>
<context>
    <name>MappingPanel</name>
    <message>
        <source>Hiểu là:</source>
        <translation>Taken as:</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>Xuất &amp;phụ lục…</source>
        <translation>Export &amp;appendix…</translation>
    </message>
    <message>
        <source>&amp;Tệp</source>
        <translation>&amp;File</translation>
    </message>
    <message>
        <source>&amp;Sửa</source>
        <translation>&amp;Edit</translation>
    </message>
    <message>
        <source>&amp;Xem</source>
        <translation>&amp;View</translation>
    </message>
    <message>
        <source>X&amp;uất</source>
        <translation>E&amp;xport</translation>
    </message>
    <message>
        <source>Trợ &amp;giúp</source>
        <translation>&amp;Help</translation>
    </message>
    <message>
        <source>Trang đầ&amp;u…</source>
        <translation>Start &amp;page…</translation>
    </message>
    <message>
        <source>&amp;Mở…</source>
        <translation>&amp;Open…</translation>
    </message>
    <message>
        <source>Mở &amp;gần đây</source>
        <translation>Open &amp;recent</translation>
    </message>
    <message>
        <source>Mở &amp;kế hoạch mẫu</source>
        <translation>Open sa&amp;mple plan</translation>
    </message>
    <message>
        <source>Gộ&amp;p tệp các đơn vị…</source>
        <translation>Mer&amp;ge files of the units…</translation>
    </message>
    <message>
        <source>&amp;Lưu</source>
        <translation>&amp;Save</translation>
    </message>
    <message>
        <source>Lưu &amp;thành tệp khác…</source>
        <translation>Save &amp;as…</translation>
    </message>
    <message>
        <source>Lưu &amp;bản gửi đi…</source>
        <translation>Save a copy to sen&amp;d…</translation>
    </message>
    <message>
        <source>&amp;Sao lưu…</source>
        <translation>&amp;Backups…</translation>
    </message>
    <message>
        <source>T&amp;hoát</source>
        <translation>E&amp;xit</translation>
    </message>
    <message>
        <source>&amp;Cắt</source>
        <translation>Cu&amp;t</translation>
    </message>
    <message>
        <source>&amp;Sao chép</source>
        <translation>&amp;Copy</translation>
    </message>
    <message>
        <source>&amp;Dán</source>
        <translation>&amp;Paste</translation>
    </message>
    <message>
        <source>Xóa &amp;nội dung</source>
        <translation>C&amp;lear contents</translation>
    </message>
    <message>
        <source>Sang phần &amp;kế tiếp</source>
        <translation>&amp;Next part</translation>
    </message>
    <message>
        <source>&amp;Về phần trước</source>
        <translation>&amp;Previous part</translation>
    </message>
    <message>
        <source>&amp;Hướng dẫn và phím tắt</source>
        <translation>&amp;Guide and keyboard shortcuts</translation>
    </message>
    <message>
        <source>Điền &amp;xuống</source>
        <translation>Fill &amp;down</translation>
    </message>
    <message>
        <source>&amp;Nhập số liệu…</source>
        <translation>&amp;Import figures…</translation>
    </message>
    <message>
        <source>Kế hoạch mới từ &amp;Excel…</source>
        <translation>New plan from &amp;Excel…</translation>
    </message>
    <message>
        <source>Dán và xem t&amp;rước…</source>
        <translation>Paste with pre&amp;view…</translation>
    </message>
    <message>
        <source>Chọn &amp;tất cả</source>
        <translation>Select &amp;all</translation>
    </message>
    <message>
        <source>&amp;Lịch sử…</source>
        <translation>&amp;History…</translation>
    </message>
    <message>
        <source>So sánh &amp;phương án…</source>
        <translation>Compare &amp;scenarios…</translation>
    </message>
    <message>
        <source>So sánh với &amp;tệp…</source>
        <translation>Compare with &amp;file…</translation>
    </message>
    <message>
        <source>&amp;Giao diện</source>
        <translation>&amp;Theme</translation>
    </message>
    <message>
        <source>Theo &amp;hệ thống</source>
        <translation>As the s&amp;ystem</translation>
    </message>
    <message>
        <source>&amp;Sáng</source>
        <translation>&amp;Light</translation>
    </message>
    <message>
        <source>&amp;Tối</source>
        <translation>&amp;Dark</translation>
    </message>
    <message>
        <source>&amp;Ngôn ngữ (Language)</source>
        <translation>&amp;Language (Ngôn ngữ)</translation>
    </message>
    <message>
        <source>&amp;Biểu mẫu cho đơn vị…</source>
        <translation>&amp;Forms for the units…</translation>
    </message>
    <message>
        <source>&amp;Sao chép biểu đồ</source>
        <translation>&amp;Copy chart</translation>
    </message>
    <message>
        <source>&amp;Lưu biểu đồ…</source>
        <translation>&amp;Save chart…</translation>
    </message>
    <message>
        <source>&amp;Giới thiệu</source>
        <translation>&amp;About</translation>
    </message>
    <message>
        <source>&amp;Lịch sử ô này…</source>
        <translation>&amp;History of this cell…</translation>
    </message>
    <message>
        <source>(chưa có tệp nào)</source>
        <translation>(no files yet)</translation>
    </message>
    <message>
        <source>Hoàn tác {what}</source>
        <translation>Undo {what}</translation>
    </message>
    <message>
        <source>Làm lại {what}</source>
        <translation>Redo {what}</translation>
    </message>
    <message>
        <source>Đã sao chép biểu đồ.</source>
        <translation>Chart copied.</translation>
    </message>
    <message>
        <source>Lưu biểu đồ</source>
        <translation>Save chart</translation>
    </message>
    <message>
        <source>Ảnh PNG (*.png)</source>
        <translation>PNG image (*.png)</translation>
    </message>
    <message>
        <source>Ảnh véc-tơ SVG (*.svg)</source>
        <translation>SVG vector image (*.svg)</translation>
    </message>
    <message>
        <source>Đã lưu biểu đồ: {path}</source>
        <translation>Chart saved: {path}</translation>
    </message>
    <message>
        <source>DN Planner {version}
Lập và theo dõi chỉ tiêu giảm nghèo hằng năm của các đơn vị.

Số liệu chỉ nằm trên máy này, chương trình không gửi đi đâu.
Phần mềm tự do, theo giấy phép MIT.</source>
        <translation>DN Planner {version}
Plans and follows the yearly poverty reduction targets of administrative units.

The figures stay on this computer; the program sends nothing anywhere.
Free software under the MIT licence.</translation>
    </message>
    <message>
        <source>Giới thiệu</source>
        <translation>About</translation>
    </message>
</context>
<context>
    <name>Merge</name>
    <message>
        <source>chưa gửi</source>
        <translation>not sent yet</translation>
    </message>
    <message>
        <source>đã gửi</source>
        <translation>sent</translation>
    </message>
    <message>
        <source>{count} tệp</source>
        <translation>files: {count}</translation>
    </message>
    <message>
        <source>giống hệt tệp {name}, không tính</source>
        <translation>identical to {name}, not counted</translation>
    </message>
    <message>
        <source>{changes} số liệu mới, {doubts} chỗ cần quyết định</source>
        <translation>new figures: {changes}, to be decided: {doubts}</translation>
    </message>
    <message>
        <source>{state}; có tệp mới hơn: {name}</source>
        <translation>{state}; there is a newer file: {name}</translation>
    </message>
    <message>
        <source>{sent}/{all} đơn vị đã gửi.</source>
        <translation>{sent}/{all} units have sent their files.</translation>
    </message>
    <message>
        <source>Chưa gửi: {names}.</source>
        <translation>Not sent yet: {names}.</translation>
    </message>
    <message>
        <source>Còn {count} chỗ phải quyết định rồi mới gộp được.</source>
        <translation>To be decided before merging: {count}.</translation>
    </message>
    <message>
        <source>Không có số liệu nào mới.</source>
        <translation>There are no new figures.</translation>
    </message>
    <message>
        <source>Sẽ thay đổi {count} số liệu; một lần Hoàn tác là trở lại.</source>
        <translation>Will change {count} figures; one Undo takes it back.</translation>
    </message>
    <message>
        <source>{changes} số liệu mới</source>
        <translation>new figures: {changes}</translation>
    </message>
    <message>
        <source>danh sách hộ: {state}</source>
        <translation>register: {state}</translation>
    </message>
    <message>
        <source>giữ như cũ</source>
        <translation>as before</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>Gộp tệp các đơn vị</source>
        <translation>Merge files of the units</translation>
    </message>
    <message>
        <source>Tệp</source>
        <translation>Files</translation>
    </message>
    <message>
        <source>các tệp</source>
        <translation>the files</translation>
    </message>
    <message>
        <source>Không có tệp Excel, CSV hay .dnplan nào ở đó.</source>
        <translation>There are no Excel, CSV or .dnplan files there.</translation>
    </message>
    <message>
        <source>Cần quyết định</source>
        <translation>To be decided</translation>
    </message>
    <message>
        <source>Khác nhau</source>
        <translation>Differences</translation>
    </message>
    <message>
        <source>Sẽ thay đổi</source>
        <translation>Will change</translation>
    </message>
    <message>
        <source>&amp;Gộp</source>
        <translation>&amp;Merge</translation>
    </message>
    <message>
        <source>Đơn vị (bỏ chọn để không nhận)</source>
        <translation>Units (clear the tick to leave one out)</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Đóng thông báo</source>
        <translation>Close message</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>Có bản sao lưu {time}.</source>
        <translation>There is a backup of {time}.</translation>
    </message>
    <message>
        <source>Mở bản sao lưu gần nhất</source>
        <translation>Open the latest backup</translation>
    </message>
</context>
<context>
    <name>PasteDialog</name>
    <message>
        <source>Đơn vị</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Chỉ tiêu</source>
        <translation>Figure</translation>
    </message>
    <message>
        <source>Nội dung dán</source>
        <translation>Pasted text</translation>
    </message>
    <message>
        <source>Vì sao cần hỏi</source>
        <translation>Why it is asked</translation>
    </message>
    <message>
        <source>Hiểu là</source>
        <translation>Taken for</translation>
    </message>
    <message>
        <source>Dán: chọn cách hiểu số</source>
        <translation>Paste: how numbers are read</translation>
    </message>
    <message>
        <source>Nhận mọi &amp;gợi ý</source>
        <translation>Accept all &amp;suggestions</translation>
    </message>
    <message>
        <source>&amp;Dán</source>
        <translation>&amp;Paste</translation>
    </message>
    <message>
        <source>Hiểu số là</source>
        <translation>Read the number as</translation>
    </message>
    <message>
        <source>&amp;Hiểu số này là:</source>
        <translation>&amp;Read this number as:</translation>
    </message>
    <message>
        <source>● chưa chọn</source>
        <translation>● not chosen yet</translation>
    </message>
    <message>
        <source>{count} số trong khối dán hiểu được nhiều cách. Chưa có gì thay đổi; số nào chưa chọn sẽ không được dán.</source>
        <translation>{count} numbers of the block can be read in several ways. Nothing has changed yet; numbers without a choice are not pasted.</translation>
    </message>
    <message>
        <source>Đã chọn xong cách hiểu. Cả khối được dán trong một bước hoàn tác.</source>
        <translation>All numbers are settled. The whole block is pasted as one undo step.</translation>
    </message>
    <message>
        <source>Chưa chọn: không dán số này</source>
        <translation>No choice: do not paste this number</translation>
    </message>
</context>
<context>
    <name>PastePreview</name>
    <message>
        <source>Đơn vị</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Số liệu</source>
        <translation>Figure</translation>
    </message>
    <message>
        <source>Đang có</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>Sau khi dán</source>
        <translation>After pasting</translation>
    </message>
    <message>
        <source>Ghi chú</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>Dán: xem trước</source>
        <translation>Paste: preview</translation>
    </message>
    <message>
        <source>Dán: xoay khối?</source>
        <translation>Paste: turn the block?</translation>
    </message>
    <message>
        <source>Khối sao chép có {rows} dòng × {columns} cột, không nằm vừa bảng từ ô đang chọn; nếu xoay, dòng đổi thành cột, khối thành {turned_rows} dòng × {turned_columns} cột và nằm vừa như dưới đây.</source>
        <translation>The copied block has {rows} rows × {columns} columns and does not fit the table from the chosen cell on; if it is turned, rows become columns, and with {turned_rows} rows × {turned_columns} columns it fits as shown below.</translation>
    </message>
    <message>
        <source>Dán đã &amp;xoay</source>
        <translation>Paste &amp;turned</translation>
    </message>
    <message>
        <source>Dán như đã &amp;sao chép</source>
        <translation>Paste as &amp;copied</translation>
    </message>
    <message>
        <source>{count} ô không dán được, nêu trước tiên kèm lý do.</source>
        <translation>Cells that cannot be pasted: {count}, listed first with the reason.</translation>
    </message>
    <message>
        <source>&amp;Dán</source>
        <translation>&amp;Paste</translation>
    </message>
    <message>
        <source>Dán khối này không thay đổi gì.</source>
        <translation>Pasting this block changes nothing.</translation>
    </message>
    <message>
        <source>{count} ô của khối sẽ thay đổi, các ô khác tính theo; cả khối là một bước hoàn tác. Chưa có gì thay đổi.</source>
        <translation>Cells of the block that will change: {count}; other cells follow from them, and the whole block is one undo step. Nothing has changed yet.</translation>
    </message>
    <message>
        <source>(ngoài bảng)</source>
        <translation>(outside the table)</translation>
    </message>
    <message>
        <source>“{text}”: {reason}</source>
        <translation>“{text}”: {reason}</translation>
    </message>
    <message>
        <source>không dán</source>
        <translation>not pasted</translation>
    </message>
    <message>
        <source>dòng {row}, cột {column} của khối dán</source>
        <translation>row {row}, column {column} of the block</translation>
    </message>
</context>
<context>
    <name>PlanSheet</name>
    <message>
        <source>Bảng chỉ tiêu các đơn vị</source>
        <translation>Table of the units’ targets</translation>
    </message>
    <message>
        <source>Dòng tổng cộng</source>
        <translation>Total row</translation>
    </message>
</context>
<context>
    <name>Presentation</name>
    <message>
        <source>T&amp;rình chiếu</source>
        <translation>P&amp;resentation</translation>
    </message>
    <message>
        <source>&amp;Cỡ hiển thị</source>
        <translation>Display si&amp;ze</translation>
    </message>
    <message>
        <source>Cỡ hiển thị mới có từ lần mở sau.</source>
        <translation>The display size changes at the next start.</translation>
    </message>
</context>
<context>
    <name>Proof</name>
    <message>
        <source>Số đang hiện của {unit} khác số tính lại từ đầu: hãy mở lại tài liệu.</source>
        <translation>The figures shown for {unit} differ from those computed anew: open the document again.</translation>
    </message>
    <message>
        <source>✓ Bảng đúng: đã tính lại {rows} dòng trong {tables} bảng, tổng khớp từng hộ, không có lỗi hay cảnh báo{rest}.</source>
        <translation>✓ The table is right: {rows} rows in {tables} tables were computed anew, the sums agree to the household, there are no errors or warnings{rest}.</translation>
    </message>
    <message>
        <source>Các tổng khớp, nhưng còn {errors} lỗi và {warnings} cảnh báo. Đầu tiên: {sentence}</source>
        <translation>The sums agree, but errors: {errors}, warnings: {warnings}. The first: {sentence}</translation>
    </message>
    <message>
        <source>{count} điểm lưu ý</source>
        <translation>notes: {count}</translation>
    </message>
    <message>
        <source>{count} cảnh báo đã ẩn</source>
        <translation>hidden warnings: {count}</translation>
    </message>
</context>
<context>
    <name>PurposeBar</name>
    <message>
        <source>Số liệu</source>
        <translation>Figures</translation>
    </message>
    <message>
        <source>Năm</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>Đối tượng</source>
        <translation>Group</translation>
    </message>
    <message>
        <source>Kết quả rà soát năm gốc ({year})</source>
        <translation>Review result of the base year ({year})</translation>
    </message>
    <message>
        <source>Chỉ tiêu kế hoạch</source>
        <translation>Planned targets</translation>
    </message>
    <message>
        <source>Kết quả thực hiện</source>
        <translation>Results achieved</translation>
    </message>
    <message>
        <source>Danh sách hộ nghèo, hộ cận nghèo</source>
        <translation>Register of poor and near-poor households</translation>
    </message>
    <message>
        <source>Theo tiêu đề cột</source>
        <translation>By the column headings</translation>
    </message>
    <message>
        <source>Theo tệp</source>
        <translation>As in the file</translation>
    </message>
</context>
<context>
    <name>ReadingPage</name>
    <message>
        <source>Đang đọc {name}…</source>
        <translation>Reading {name}…</translation>
    </message>
    <message>
        <source>Đang đọc {name}… {rows} dòng</source>
        <translation>Reading {name}… {rows} rows</translation>
    </message>
    <message>
        <source>Đang đọc các tệp… {done}/{total}</source>
        <translation>Reading the files… {done}/{total}</translation>
    </message>
    <message>
        <source>Đang so sánh…</source>
        <translation>Comparing…</translation>
    </message>
</context>
<context>
    <name>RecoveryDialog</name>
    <message>
        <source>Kế hoạch</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Tệp</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Chưa lưu</source>
        <translation>Unsaved</translation>
    </message>
    <message>
        <source>Từ lúc</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Đến lúc</source>
        <translation>To</translation>
    </message>
    <message>
        <source>Cỡ</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>Khôi phục</source>
        <translation>Recovery</translation>
    </message>
    <message>
        <source>Lần trước chương trình dừng trước khi lưu. Mọi thay đổi đã nhận vẫn còn; hãy chọn bản cần mở. Đóng cửa sổ này thì các bản vẫn được giữ cho lần sau.</source>
        <translation>The program stopped last time before saving. All accepted changes are still there; choose what to open. If you close this window, they are kept for next time.</translation>
    </message>
    <message>
        <source>Bỏ bản này…</source>
        <translation>Discard this one…</translation>
    </message>
    <message>
        <source>Mở</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>không đọc được</source>
        <translation>cannot be read</translation>
    </message>
    <message>
        <source>{count} thay đổi</source>
        <translation>Changes: {count}</translation>
    </message>
    <message>
        <source>Bỏ hẳn {what} chưa lưu của bản này?</source>
        <translation>Throw away what was not saved here for good: {what}?</translation>
    </message>
    <message>
        <source>Bỏ hẳn bản không đọc được này?</source>
        <translation>Throw away this copy, which cannot be read, for good?</translation>
    </message>
    <message>
        <source>(chưa đặt tên)</source>
        <translation>(unnamed)</translation>
    </message>
    <message>
        <source>(chưa lưu thành tệp)</source>
        <translation>(not saved to a file)</translation>
    </message>
    <message>
        <source>{count} tên phiên bản</source>
        <translation>{count} names of versions</translation>
    </message>
    <message>
        <source>Đặt tên phiên bản “{name}”</source>
        <translation>Version named “{name}”</translation>
    </message>
    <message>
        <source>Thay đổi gần nhất:</source>
        <translation>Latest changes:</translation>
    </message>
    <message>
        <source>Không lấy lại được nữa.</source>
        <translation>They cannot be recovered afterwards.</translation>
    </message>
    <message>
        <source>Bỏ hẳn</source>
        <translation>Discard</translation>
    </message>
</context>
<context>
    <name>Refusal</name>
    <message>
        <source>Đã dừng theo yêu cầu, chưa ghi tệp nào.</source>
        <translation>Stopped as requested; no file was written.</translation>
    </message>
    <message>
        <source>Chưa ghi được vì tệp chỉ cho đọc: hãy bỏ thuộc tính chỉ đọc hoặc chọn tên khác.</source>
        <translation>Not written because the file is read-only: remove the read-only attribute or choose another name.</translation>
    </message>
    <message>
        <source>Chưa ghi được vì thư mục không còn ở đó: hãy chọn thư mục khác.</source>
        <translation>Not written because the folder is no longer there: choose another folder.</translation>
    </message>
    <message>
        <source>Tệp đã ghi nhưng ổ đĩa chưa xác nhận: hãy mở lại tệp để xem rồi ghi lần nữa.</source>
        <translation>The file was written but the disk did not confirm it: open the file again to check, then write once more.</translation>
    </message>
    <message>
        <source>Chưa ghi được vì có chữ hoặc số mà tệp không chứa được: hãy xem lại tên đơn vị.</source>
        <translation>Not written because of letters or numbers the file cannot hold: check the unit names.</translation>
    </message>
    <message>
        <source>Đây không phải tệp của DN Planner: hãy chọn tệp có đuôi .dnplan.</source>
        <translation>This is not a DN Planner file: choose a file ending in .dnplan.</translation>
    </message>
    <message>
        <source>Tệp rỗng, không có gì để mở: hãy chép lại từ nơi gửi hoặc mở một bản sao lưu.</source>
        <translation>The file is empty, there is nothing to open: copy it again from the sender or open a backup.</translation>
    </message>
    <message>
        <source>Đây là một trang web mang tên tệp kế hoạch: hãy tải lại tệp từ thư hoặc nơi gửi.</source>
        <translation>This is a web page named as a plan file: download the file again from the mail or the sender.</translation>
    </message>
    <message>
        <source>Đây là tệp nén hoặc tệp Excel, Word mang tên tệp kế hoạch: hãy xem lại tệp cần mở.</source>
        <translation>This is an archive or an Excel or Word file named as a plan file: check which file you want to open.</translation>
    </message>
    <message>
        <source>Tệp bị hỏng, không mở được: hãy mở một bản sao lưu hoặc bản đã gửi.</source>
        <translation>The file is damaged and cannot be opened: open a backup or a copy that was sent.</translation>
    </message>
    <message>
        <source>Tệp bị cụt, có thể chép chưa xong: hãy chép lại từ nơi gửi.</source>
        <translation>The file is cut short, perhaps copied only in part: copy it again from the sender.</translation>
    </message>
    <message>
        <source>Tệp do phiên bản DN Planner mới hơn ghi (định dạng {version}, bản này đọc đến {known}): hãy cập nhật chương trình rồi mở lại.</source>
        <translation>The file was written by a newer version of DN Planner (format {version}, this version reads up to {known}): update the program and open it again.</translation>
    </message>
    <message>
        <source>Tệp có nội dung lạ nên không mở: hãy hỏi lại người gửi.</source>
        <translation>The file has unknown content and is not opened: ask the sender.</translation>
    </message>
    <message>
        <source>Tệp có dữ liệu không đọc được: hãy mở một bản sao lưu hoặc hỏi lại người gửi.</source>
        <translation>The file has data that cannot be read: open a backup or ask the sender.</translation>
    </message>
    <message>
        <source>Không đọc được tệp: hãy xem tệp có còn ở đó và bạn có quyền mở không.</source>
        <translation>The file cannot be read: check that it is still there and that you may open it.</translation>
    </message>
    <message>
        <source>Không tìm thấy tệp: hãy xem lại tên tệp và thư mục.</source>
        <translation>The file was not found: check its name and folder.</translation>
    </message>
    <message>
        <source>Chưa ghi được vì tệp đang mở ở chương trình khác: hãy đóng lại hoặc chọn tên khác.</source>
        <translation>Not written because the file is open in another program: close it there or choose another name.</translation>
    </message>
    <message>
        <source>Chưa ghi được vì không có quyền ghi vào thư mục: hãy chọn thư mục khác.</source>
        <translation>Not written because you may not write to the folder: choose another folder.</translation>
    </message>
    <message>
        <source>Chưa ghi được vì ổ đĩa {drive} đã đầy: cần {needs}, còn trống {free}; hãy xóa bớt tệp hoặc chọn ổ đĩa khác. Các thay đổi vẫn được giữ.</source>
        <translation>Not written because disk {drive} is full: {needs} needed, {free} free; delete some files or choose another disk. The changes are kept.</translation>
    </message>
    <message>
        <source>Chưa ghi được do lỗi của ổ đĩa: hãy thử lại hoặc chọn nơi khác.</source>
        <translation>Not written because of a disk error: try again or choose another place.</translation>
    </message>
    <message>
        <source>Tệp đang mở ở nơi khác{holder}: mở chỉ đọc, hoặc lưu thành tệp khác để sửa.</source>
        <translation>The file is open elsewhere{holder}: open it read-only, or save to another file to edit.</translation>
    </message>
    <message>
        <source>Tệp đã bị người khác ghi đè từ khi mở: hãy chọn giữ bản nào, cả hai bản đều còn.</source>
        <translation>Someone else has overwritten the file since it was opened: choose which version to keep; both are still there.</translation>
    </message>
    <message>
        <source>Bản gửi đi không có lịch sử nên không ghi đè lên tệp đang mở: hãy chọn tên khác.</source>
        <translation>A copy to send has no history, so it does not overwrite the file that is open: choose another name.</translation>
    </message>
    <message>
        <source>Ổ đĩa {drive} đã đầy (cần {needs}, còn trống {free}) nên các thay đổi mới chỉ giữ trong bộ nhớ: hãy xóa bớt tệp hoặc lưu ngay vào ổ đĩa khác; chương trình tự ghi lại khi có chỗ.</source>
        <translation>Disk {drive} is full ({needs} needed, {free} free), so new changes are kept in memory only: delete some files or save to another disk now; the program writes again as soon as there is room.</translation>
    </message>
    <message>
        <source>Không ghi được xuống đĩa nên các thay đổi mới chỉ giữ trong bộ nhớ: hãy lưu ngay vào ổ đĩa khác; chương trình tự thử ghi lại.</source>
        <translation>The disk cannot be written to, so new changes are kept in memory only: save to another disk now; the program keeps trying to write.</translation>
    </message>
    <message>
        <source>Thư mục lưu tệp không còn là thư mục lúc mở (USB đã rút?): hãy cắm lại hoặc lưu vào nơi khác.</source>
        <translation>The folder of the file is no longer the one it was opened from (USB stick removed?): insert it again or save somewhere else.</translation>
    </message>
    <message>
        <source>Ghi nhận tệp đang mở ở nơi khác{holder}. Chỉ nhận quyền sửa khi biết chắc chương trình ở đó không còn mở tệp này, ví dụ máy đã tắt hoặc hỏng. Nếu nơi đó vẫn đang sửa, người lưu sau sẽ được hỏi và cả hai bản đều được giữ.</source>
        <translation>The file says that it is open elsewhere{holder}. Take over only when you know for certain that the program there has it open no longer, for example because that computer is switched off or broken. If somebody still works there, whoever saves last will be asked, and both copies are kept.</translation>
    </message>
    <message>
        <source> ({names})</source>
        <translation> ({names})</translation>
    </message>
    <message>
        <source> ({names}, từ {since})</source>
        <translation> ({names}, since {since})</translation>
    </message>
    <message>
        <source>Ô này cần một con số, không để trống được.</source>
        <translation>This cell needs a number; it cannot be empty.</translation>
    </message>
    <message>
        <source>“{text}” không phải là số: chỉ viết chữ số, ví dụ 1.400 hoặc 5,18.</source>
        <translation>“{text}” is not a number: write digits only, for example 1.400 or 5,18.</translation>
    </message>
    <message>
        <source>“{text}” không đúng cách viết số: dùng dấu phẩy cho phần thập phân, ví dụ {example}.</source>
        <translation>“{text}” is not how numbers are written: use a comma for decimals, for example {example}.</translation>
    </message>
    <message>
        <source>“{text}” không phải số hộ: dấu chấm chỉ để ngăn hàng nghìn, ví dụ 1.400, và số hộ là số nguyên.</source>
        <translation>“{text}” is no number of households: a dot only parts thousands, as in 1.400, and households are whole.</translation>
    </message>
    <message>
        <source>“{text}” không phải số hộ: số hộ là số nguyên, không có phần thập phân.</source>
        <translation>“{text}” is not a number of households: households are whole numbers, without decimals.</translation>
    </message>
    <message>
        <source>“{text}” là số âm: số hộ phải từ 0 trở lên, hãy bỏ dấu trừ.</source>
        <translation>“{text}” is negative: households must be 0 or more; remove the minus sign.</translation>
    </message>
    <message>
        <source>“{text}” quá lớn: nhập số không quá {limit}, hãy xem lại số chữ số.</source>
        <translation>“{text}” is too large: enter a number up to {limit} and check the number of digits.</translation>
    </message>
    <message>
        <source>Ô này cần một con số, không để trống được: muốn bỏ số đã nhập, chọn ô rồi nhấn Delete.</source>
        <translation>This cell needs a number; it cannot be empty: to take back what was typed, go to the cell and press Delete.</translation>
    </message>
    <message>
        <source>Ô này được tính từ các ô khác, không gõ được: hãy sửa số hộ hoặc số hộ nghèo.</source>
        <translation>This cell is computed from other cells and cannot be typed in: change households or poor households.</translation>
    </message>
    <message>
        <source>Dòng này là tổng của các đơn vị bên dưới: hãy sửa ở từng đơn vị.</source>
        <translation>This row is the sum of the units below: change the single units.</translation>
    </message>
    <message>
        <source>Chưa đủ số liệu của đơn vị: hãy nhập tổng số hộ và số hộ nghèo cuối năm trước đã.</source>
        <translation>The figures of the unit are incomplete: first enter total households and poor households at the end of the year before.</translation>
    </message>
    <message>
        <source>Đơn vị không có hộ nào nên không có tỷ lệ: hãy nhập tổng số hộ trước.</source>
        <translation>The unit has no households, so there is no rate: enter total households first.</translation>
    </message>
    <message>
        <source>{value} hộ nghèo nhiều hơn tổng số {households} hộ: hãy xem lại hai số này.</source>
        <translation>{value} poor households are more than the {households} households in total: check both figures.</translation>
    </message>
    <message>
        <source>Số hộ nghèo không thể là {value}: nhập số từ 0 đến {households}.</source>
        <translation>The number of poor households cannot be {value}: enter a number from 0 to {households}.</translation>
    </message>
    <message>
        <source>{value} hộ ít hơn {poor} hộ nghèo: hãy xem lại hai số này.</source>
        <translation>{value} households are fewer than the {poor} poor households: check both figures.</translation>
    </message>
    <message>
        <source>Không thể giảm {value} hộ vì chỉ có {poor} hộ nghèo: nhập không quá {poor}.</source>
        <translation>Cannot reduce by {value} households, there are only {poor} poor households: enter at most {poor}.</translation>
    </message>
    <message>
        <source>Không thể giảm {value} điểm % vì tỷ lệ đầu năm chỉ có {rate} %: nhập không quá số đó.</source>
        <translation>Cannot reduce by {value} points, the rate at the start of the year is only {rate} %: enter no more than that.</translation>
    </message>
    <message>
        <source>Tỷ lệ {value} % vượt quá 100 %: nhập số từ 0 đến 100.</source>
        <translation>A rate of {value} % exceeds 100 %: enter a number from 0 to 100.</translation>
    </message>
    <message>
        <source>Tỷ lệ không thể là số âm ({value} %): nhập số từ 0 đến 100.</source>
        <translation>A rate cannot be negative ({value} %): enter a number from 0 to 100.</translation>
    </message>
    <message>
        <source>{value} không phải số hộ: nhập số nguyên từ 0 đến {limit}.</source>
        <translation>{value} is not a number of households: enter a whole number from 0 to {limit}.</translation>
    </message>
    <message>
        <source>Mức tăng số hộ {value} ngoài khoảng hợp lý: nhập không quá 50 % hoặc 1.000.000 hộ.</source>
        <translation>Household growth of {value} is out of the reasonable range: enter at most 50 % or 1.000.000 households.</translation>
    </message>
    <message>
        <source>Số hộ tăng mỗi đơn vị là số nguyên, không thể là {value}: hãy viết lại.</source>
        <translation>Household growth per unit is a whole number and cannot be {value}: write it again.</translation>
    </message>
    <message>
        <source>Ô này nằm ngoài bảng: hãy dán vào chỗ đủ dòng, đủ cột.</source>
        <translation>This cell is outside the table: paste where there are enough rows and columns.</translation>
    </message>
    <message>
        <source>Không có đơn vị nào của kế hoạch mang tên này nên bỏ cả dòng: hãy sửa tên rồi dán lại.</source>
        <translation>No unit of the plan has this name, so the whole row is left out: correct the name and paste again.</translation>
    </message>
    <message>
        <source>Số này hiểu được nhiều cách và chưa được chọn: hãy dán lại và chọn cách hiểu.</source>
        <translation>This number can be read in several ways and nothing was chosen: paste again and choose one.</translation>
    </message>
    <message>
        <source>Ô này được tính ra {computed}, khác số được dán: hãy xem lại các số của dòng.</source>
        <translation>This cell is computed as {computed}, which differs from the pasted figure: check the figures of the row.</translation>
    </message>
    <message>
        <source>Đây là phương án duy nhất, không xóa được: hãy tạo phương án khác trước.</source>
        <translation>This is the only scenario and cannot be deleted: create another scenario first.</translation>
    </message>
    <message>
        <source>Tên không được để trống: hãy gõ một tên.</source>
        <translation>The name cannot be empty: type a name.</translation>
    </message>
    <message>
        <source>Tên “{name}” đã có: hãy chọn một tên khác.</source>
        <translation>The name “{name}” already exists: choose another name.</translation>
    </message>
    <message>
        <source>Tên quá dài hoặc có ký tự lạ: viết trên một dòng, không quá {limit} ký tự.</source>
        <translation>The name is too long or has unusual characters: write one line of at most {limit} characters.</translation>
    </message>
    <message>
        <source>Dòng toàn địa bàn luôn phải có, không xóa hay chuyển chỗ được.</source>
        <translation>The row of the whole territory must stay; it cannot be removed or moved.</translation>
    </message>
    <message>
        <source>Không có đơn vị nào tên “{name}”: hãy xem lại tên hoặc mã đơn vị.</source>
        <translation>There is no unit named “{name}”: check the name or code of the unit.</translation>
    </message>
    <message>
        <source>Không có đơn vị nào tên “{name}”: nếu là {alike}, hãy viết lại cho đúng.</source>
        <translation>There is no unit named “{name}”: if you mean {alike}, write it so.</translation>
    </message>
    <message>
        <source>Có nhiều đơn vị tên “{name}”: hãy dùng mã đơn vị hoặc viết cả cấp, ví dụ Xã {name}.</source>
        <translation>There are several units named “{name}”: use the code of the unit or write its kind too, for example Xã {name}.</translation>
    </message>
    <message>
        <source>Không có phương án “{name}”: hãy xem lại tên phương án.</source>
        <translation>There is no scenario “{name}”: check the name of the scenario.</translation>
    </message>
    <message>
        <source>Không có chỉ tiêu được giao “{name}”: hãy xem lại danh sách chỉ tiêu.</source>
        <translation>There is no assigned goal “{name}”: check the list of goals.</translation>
    </message>
    <message>
        <source>Năm {name} không thuộc kế hoạch này: chọn năm từ {first} đến {last}.</source>
        <translation>Year {name} is not in this plan: choose a year from {first} to {last}.</translation>
    </message>
    <message>
        <source>Kế hoạch này chỉ có năm {first}, không có năm {name}: hãy viết năm {first}.</source>
        <translation>This plan has only the year {first}, not {name}: write {first}.</translation>
    </message>
    <message>
        <source>Danh sách đơn vị không dùng được: phải có đúng một đơn vị bao trùm, đang có {count}.</source>
        <translation>The list of units cannot be used: there must be exactly one unit above all others, there are {count}.</translation>
    </message>
    <message>
        <source>Đơn vị “{unit}” thuộc một đơn vị không có trong danh sách: hãy xem lại.</source>
        <translation>Unit “{unit}” belongs to a unit that is not in the list: check it.</translation>
    </message>
    <message>
        <source>Danh sách đơn vị không dùng được: có đơn vị thuộc chính nó.</source>
        <translation>The list of units cannot be used: there is a unit that belongs to itself.</translation>
    </message>
    <message>
        <source>Tài liệu không ghi năm gốc nên không lập được kế hoạch: hãy xem lại.</source>
        <translation>The document does not state the base year, so no plan can be made: check it.</translation>
    </message>
    <message>
        <source>Chỉ tiêu được giao nói về đơn vị “{unit}” không có trong danh sách: hãy xem lại.</source>
        <translation>An assigned goal is about unit “{unit}”, which is not in the list: check it.</translation>
    </message>
    <message>
        <source>Số liệu đã thay đổi trong lúc thực hiện nên chưa sửa gì: hãy làm lại.</source>
        <translation>The figures changed in the meantime, so nothing was changed: do it again.</translation>
    </message>
    <message>
        <source>Lệnh còn thiếu một trong: {names}.</source>
        <translation>The command lacks one of: {names}.</translation>
    </message>
    <message>
        <source>Lệnh còn thiếu: {names}.</source>
        <translation>The command lacks: {names}.</translation>
    </message>
    <message>
        <source>{name} không nhận “{value}”: chọn một trong {names}.</source>
        <translation>{name} does not take “{value}”: choose one of {names}.</translation>
    </message>
    <message>
        <source>Lệnh không hiểu {names}: hãy xem cách dùng bằng {command} --help.</source>
        <translation>The command does not know {names}: see {command} --help.</translation>
    </message>
    <message>
        <source>{name} và {names} không dùng cùng nhau: chỉ chọn một.</source>
        <translation>{name} and {names} cannot be used together: choose one.</translation>
    </message>
    <message>
        <source>{name} cần một giá trị viết ngay sau nó.</source>
        <translation>{name} needs a value right after it.</translation>
    </message>
    <message>
        <source>Lệnh viết chưa đúng: hãy xem cách dùng bằng {command} --help.</source>
        <translation>The command is not written correctly: see {command} --help.</translation>
    </message>
    <message>
        <source>Không có ô nào tên “{name}”: hãy dùng một trong các tên {known}.</source>
        <translation>There is no cell named “{name}”: use one of the names {known}.</translation>
    </message>
    <message>
        <source>“{name}” viết chưa đúng: hãy viết Ô=GIÁ TRỊ, ví dụ D7=748.</source>
        <translation>“{name}” is not written right: write CELL=VALUE, for example D7=748.</translation>
    </message>
    <message>
        <source>“{text}” viết chưa đúng: hãy viết TÊN_Ô=SỐ, ví dụ poor_end=1731.</source>
        <translation>“{text}” is not written correctly: write CELL=NUMBER, for example poor_end=1731.</translation>
    </message>
    <message>
        <source>Cỡ ảnh “{text}” không dùng được: hãy viết RỘNGxCAO từ 320 đến 8000, ví dụ 1366x768.</source>
        <translation>Picture size “{text}” cannot be used: write WIDTHxHEIGHT from 320 to 8000, for example 1366x768.</translation>
    </message>
    <message>
        <source>Tên tệp “{name}” phải có đuôi {suffix}: hãy viết lại tên tệp.</source>
        <translation>The file name “{name}” must end in {suffix}: write the name again.</translation>
    </message>
    <message>
        <source>Chưa in được kết quả vì nơi nhận đã đầy hoặc đã đóng: hãy in ra nơi khác.</source>
        <translation>The result was not printed because where it goes is full or closed: print it elsewhere.</translation>
    </message>
    <message>
        <source>Chưa ghi được ảnh: hãy xem lại thư mục và quyền ghi.</source>
        <translation>The picture was not written: check the folder and whether you may write to it.</translation>
    </message>
    <message>
        <source>Chưa thực hiện được (mã lỗi: {code}).</source>
        <translation>Not done (error code: {code}).</translation>
    </message>
    <message>
        <source>{name} không có đơn vị bên dưới để phân bổ: hãy chọn đơn vị cấp trên.</source>
        <translation>{name} has no units below to allocate to: choose a unit of a higher level.</translation>
    </message>
    <message>
        <source>{units} đơn vị chưa đủ số liệu, đầu tiên là {name}: hãy nhập tổng số hộ và số hộ nghèo trước khi phân bổ.</source>
        <translation>The figures of {units} units are incomplete, the first is {name}: enter total households and poor households before allocating.</translation>
    </message>
    <message>
        <source>Tổng cần phân bổ là {total} hộ: chỉ phân bổ được số hộ giảm từ 0 trở lên.</source>
        <translation>The total to allocate is {total} households: only a reduction of 0 or more households can be allocated.</translation>
    </message>
    <message>
        <source>Không thể giảm {total} hộ vì chỉ có {poor} hộ nghèo: vượt {by} hộ.</source>
        <translation>Cannot reduce by {total} households, there are only {poor} poor households: {by} too many.</translation>
    </message>
    <message>
        <source>{name}: mức tối thiểu, tối đa không thể là {limit}: nhập số từ 0 trở lên.</source>
        <translation>{name}: the minimum and the maximum cannot be {limit}: enter a number of 0 or more.</translation>
    </message>
    <message>
        <source>{name}: mức tối thiểu {floor} hộ lớn hơn mức tối đa {cap} hộ: chênh {by} hộ, hãy sửa lại.</source>
        <translation>{name}: the minimum of {floor} households is above the maximum of {cap} households by {by}: change one of them.</translation>
    </message>
    <message>
        <source>{name}: mức tối thiểu {floor} hộ vượt {poor} hộ nghèo hiện có: bớt ít nhất {by} hộ.</source>
        <translation>{name}: the minimum of {floor} households exceeds the present {poor} poor households: lower it by at least {by}.</translation>
    </message>
    <message>
        <source>{name}: khóa ở {lock} hộ nhưng chỉ có {poor} hộ nghèo: vượt {by} hộ.</source>
        <translation>{name}: locked at {lock} households, but there are only {poor} poor households: {by} too many.</translation>
    </message>
    <message>
        <source>{name} khóa ở {lock} hộ, riêng số này đã vượt tổng {total} hộ: thừa {by} hộ, hãy bỏ khóa hoặc tăng tổng.</source>
        <translation>{name} is locked at {lock} households, which alone exceeds the total of {total} households by {by}: unlock it or raise the total.</translation>
    </message>
    <message>
        <source>Các dòng khóa và mức tối thiểu cộng lại {floors} hộ, vượt tổng {total} hộ: thừa {by} hộ.</source>
        <translation>Locked rows and minimums add up to {floors} households, above the total of {total} households: {by} too many.</translation>
    </message>
    <message>
        <source>Các dòng khóa và mức tối đa cộng lại chỉ {caps} hộ, chưa đủ tổng {total} hộ: còn thiếu {by} hộ.</source>
        <translation>Locked rows and maximums add up to only {caps} households, below the total of {total} households: {by} short.</translation>
    </message>
    <message>
        <source>Còn {by} hộ trong tổng {total} hộ không phân bổ được vì các đơn vị còn lại có trọng số 0: hãy chọn cách phân bổ khác.</source>
        <translation>{by} of {total} households cannot be allocated because the remaining units have a weight of 0: choose another way of allocating.</translation>
    </message>
    <message>
        <source>{name}: trọng số {weight} là số âm: nhập số từ 0 trở lên.</source>
        <translation>{name}: weight {weight} is negative: enter a number of 0 or more.</translation>
    </message>
    <message>
        <source>“{text}” viết chưa đúng: hãy viết TÊN=SỐ, ví dụ “Tuy Đức=1.400”.</source>
        <translation>“{text}” is not written correctly: write NAME=NUMBER, for example “Tuy Đức=1.400”.</translation>
    </message>
    <message>
        <source>{name} được giới hạn hai lần, {first} rồi {second} hộ: hãy chỉ giữ một số.</source>
        <translation>{name} is limited twice, to {first} and then to {second} households: keep only one number.</translation>
    </message>
    <message>
        <source>{name} đã khóa thì không đặt thêm mức tối thiểu hay tối đa: hãy bỏ khóa hoặc bỏ giới hạn.</source>
        <translation>{name} is locked, so it takes no minimum or maximum: remove the lock or the limit.</translation>
    </message>
    <message>
        <source>{name} không nằm ngay dưới {parent} nên không khóa hay giới hạn được ở đây.</source>
        <translation>{name} is not directly below {parent}, so it cannot be locked or limited here.</translation>
    </message>
    <message>
        <source>{name} không có đơn vị bên dưới: hãy gõ thẳng chỉ tiêu vào dòng này.</source>
        <translation>{name} has no units below: type the target into this row.</translation>
    </message>
    <message>
        <source>{name} chưa có chỉ tiêu được giao để phân bổ: hãy nhập chỉ tiêu trước.</source>
        <translation>{name} has no assigned goal to allocate yet: enter the goal first.</translation>
    </message>
    <message>
        <source>Đã có chỉ tiêu được giao “{name}”: hãy sửa chỉ tiêu đó hoặc đặt tên khác.</source>
        <translation>There is already an assigned goal “{name}”: change that goal or use another name.</translation>
    </message>
    <message>
        <source>{value} không phải số hộ: chỉ tiêu theo hộ là số nguyên.</source>
        <translation>{value} is not a number of households: a goal in households is a whole number.</translation>
    </message>
    <message>
        <source>Chỉ tiêu giảm không thể là {value}: nhập số lớn hơn 0.</source>
        <translation>The reduction of a goal cannot be {value}: enter a number above 0.</translation>
    </message>
    <message>
        <source>Chỉ tiêu {value} hộ quá lớn: nhập số không quá {limit}.</source>
        <translation>A goal of {value} households is too large: enter at most {limit}.</translation>
    </message>
    <message>
        <source>Chỉ tiêu {value} % không thể có: nhập số không quá 100.</source>
        <translation>A goal of {value} % is impossible: enter at most 100.</translation>
    </message>
    <message>
        <source>Khoảng chỉ tiêu viết ngược, từ {at_least} đến {at_most}: hãy đổi chỗ hai số.</source>
        <translation>The range of the goal is reversed, from {at_least} to {at_most}: swap the two numbers.</translation>
    </message>
    <message>
        <source>Tên văn bản quá dài hoặc có ký tự lạ: viết không quá {limit} ký tự.</source>
        <translation>The name of the document is too long or has unusual characters: write at most {limit} characters.</translation>
    </message>
    <message>
        <source>Chỉ tiêu này đã có, cùng đơn vị, năm và văn bản: không cần nhập lại.</source>
        <translation>This goal already exists for the same unit, year and document: it need not be entered again.</translation>
    </message>
    <message>
        <source>Cần ghi lý do thì mới ẩn được cảnh báo này.</source>
        <translation>A reason must be given before this warning can be hidden.</translation>
    </message>
    <message>
        <source>Lý do quá dài: viết không quá {limit} ký tự.</source>
        <translation>The reason is too long: write at most {limit} characters.</translation>
    </message>
    <message>
        <source>Số dự kiến không thể là số âm ({value}): nhập số từ 0 trở lên.</source>
        <translation>The expected number cannot be negative ({value}): enter a number of 0 or more.</translation>
    </message>
    <message>
        <source>Hộ nghèo đa chiều là tổng hộ nghèo và hộ cận nghèo: hãy sửa ở hai bảng đó.</source>
        <translation>Multidimensionally poor households are the sum of poor and near-poor households: change those two tables.</translation>
    </message>
</context>
<context>
    <name>RejectsDialog</name>
    <message>
        <source>Dòng</source>
        <translation>Row</translation>
    </message>
    <message>
        <source>Cột</source>
        <translation>Column</translation>
    </message>
    <message>
        <source>Nội dung dán</source>
        <translation>Pasted content</translation>
    </message>
    <message>
        <source>Vì sao không nhận</source>
        <translation>Why not accepted</translation>
    </message>
    <message>
        <source>Ô dán không nhận được</source>
        <translation>Pasted cells not accepted</translation>
    </message>
    <message>
        <source>{count} ô không nhận được. Dòng và cột đếm từ góc trên bên trái khối dán.</source>
        <translation>Cells not accepted: {count}. Rows and columns are counted from the top left corner of the pasted block.</translation>
    </message>
    <message>
        <source>Sao chép danh sách</source>
        <translation>Copy list</translation>
    </message>
</context>
<context>
    <name>ResultCard</name>
    <message>
        <source>điểm %</source>
        <translation>points</translation>
    </message>
    <message>
        <source>{whole} · {year}</source>
        <translation>{whole} · {year}</translation>
    </message>
    <message>
        <source>{start} → {end} %</source>
        <translation>{start} → {end} %</translation>
    </message>
    <message>
        <source>{start} → {end} hộ · giảm {reduction}</source>
        <translation>{start} → {end} poor · down {reduction}</translation>
    </message>
    <message>
        <source>Chưa có số liệu {series} cuối năm {year}: hãy gõ vào bảng, hoặc bấm “Nhập số liệu…” để lấy từ Excel.</source>
        <translation>There are no figures of {series} at the end of {year} yet: type them into the table, or press “Import figures…” to take them from Excel.</translation>
    </message>
</context>
<context>
    <name>Samples</name>
    <message>
        <source>Đắk Nông 2024: 8 huyện, theo Kế hoạch 97/KH-UBND</source>
        <translation>Đắk Nông 2024: 8 districts, by Plan 97/KH-UBND</translation>
    </message>
    <message>
        <source>Đắk Nông 2024: đến 71 xã, chưa có số liệu xã</source>
        <translation>Đắk Nông 2024: down to 71 communes, no commune figures yet</translation>
    </message>
    <message>
        <source>Lâm Đồng 2026: 124 xã, phường, đặc khu, chưa có số liệu</source>
        <translation>Lâm Đồng 2026: 124 communes, wards and special zones, no figures yet</translation>
    </message>
    <message>
        <source>Tập huấn: đến 71 xã, số liệu giả định</source>
        <translation>Training: down to 71 communes, invented figures</translation>
    </message>
</context>
<context>
    <name>ScenarioBox</name>
    <message>
        <source>Phương án</source>
        <translation>Scenario</translation>
    </message>
</context>
<context>
    <name>ScenarioMenu</name>
    <message>
        <source>&amp;Phương án</source>
        <translation>S&amp;cenarios</translation>
    </message>
    <message>
        <source>Phương án &amp;mới…</source>
        <translation>&amp;New scenario…</translation>
    </message>
    <message>
        <source>&amp;Nhân bản…</source>
        <translation>D&amp;uplicate…</translation>
    </message>
    <message>
        <source>Đổi &amp;tên…</source>
        <translation>&amp;Rename…</translation>
    </message>
    <message>
        <source>&amp;Xóa</source>
        <translation>&amp;Delete</translation>
    </message>
    <message>
        <source>PA {number}</source>
        <translation>Scenario {number}</translation>
    </message>
    <message>
        <source>Phương án mới</source>
        <translation>New scenario</translation>
    </message>
    <message>
        <source>{name} (bản sao)</source>
        <translation>{name} (copy)</translation>
    </message>
    <message>
        <source>Nhân bản phương án</source>
        <translation>Duplicate scenario</translation>
    </message>
    <message>
        <source>Đổi tên phương án</source>
        <translation>Rename scenario</translation>
    </message>
    <message>
        <source>Tên phương án:</source>
        <translation>Name of the scenario:</translation>
    </message>
</context>
<context>
    <name>SenderStrip</name>
    <message>
        <source>Dùng &amp;lại</source>
        <translation>&amp;Use again</translation>
    </message>
    <message>
        <source>T&amp;hôi dùng</source>
        <translation>S&amp;top using</translation>
    </message>
    <message>
        <source>&amp;Quên</source>
        <translation>&amp;Forget</translation>
    </message>
    <message>
        <source>Không nhớ các lựa chọn này nữa</source>
        <translation>Remember these choices no longer</translation>
    </message>
    <message>
        <source>Đã nhớ từ lần trước {count} lựa chọn về cột và dòng, dùng được cho {files} tệp.</source>
        <translation>Remembered from last time: {count} choices for columns and rows, in files: {files}.</translation>
    </message>
    <message>
        <source>Đang dùng lại {count} lựa chọn cho {files} tệp; xem từng tệp ở thẻ Tệp.</source>
        <translation>Earlier choices used again: {count}, in files: {files}; see each file under Files.</translation>
    </message>
    <message>
        <source>Lần trước, với {file}, bạn đã chọn nghĩa cho {count} cột và dòng.</source>
        <translation>Last time, for {file}, you chose the meaning of {count} columns and rows.</translation>
    </message>
    <message>
        <source>Đang dùng lại {count} lựa chọn của {file}; sửa được ở thẻ Cột, Đơn vị.</source>
        <translation>{count} choices made for {file} are used again; correct them under Columns and Units.</translation>
    </message>
</context>
<context>
    <name>SentFiles</name>
    <message>
        <source>Tệp</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Tình trạng</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Nhớ từ lần trước</source>
        <translation>Remembered</translation>
    </message>
    <message>
        <source>&amp;Dùng lại cho tệp này</source>
        <translation>Use for t&amp;his file</translation>
    </message>
    <message>
        <source>Thôi dùng cho tệp nà&amp;y</source>
        <translation>Stop using for th&amp;is file</translation>
    </message>
    <message>
        <source>{count} lựa chọn, chưa dùng: {file}</source>
        <translation>{count} choices, not used: {file}</translation>
    </message>
    <message>
        <source>đang dùng {count} lựa chọn: {file}</source>
        <translation>using {count} choices: {file}</translation>
    </message>
</context>
<context>
    <name>SentUnits</name>
    <message>
        <source>Các đơn vị</source>
        <translation>Units</translation>
    </message>
</context>
<context>
    <name>Series</name>
    <message>
        <source>hộ nghèo</source>
        <translation>poor households</translation>
    </message>
    <message>
        <source>hộ cận nghèo</source>
        <translation>near-poor households</translation>
    </message>
    <message>
        <source>hộ nghèo DTTS</source>
        <translation>ethnic minority poor households</translation>
    </message>
    <message>
        <source>hộ nghèo DTTS tại chỗ</source>
        <translation>local ethnic minority poor households</translation>
    </message>
    <message>
        <source>hộ nghèo đa chiều</source>
        <translation>multidimensionally poor households</translation>
    </message>
    <message>
        <source>số hộ chung</source>
        <translation>all households</translation>
    </message>
    <message>
        <source>số hộ DTTS</source>
        <translation>ethnic minority households</translation>
    </message>
    <message>
        <source>số hộ DTTS tại chỗ</source>
        <translation>local ethnic minority households</translation>
    </message>
</context>
<context>
    <name>SeriesBox</name>
    <message>
        <source>Đối tượng</source>
        <translation>Group</translation>
    </message>
    <message>
        <source>Bảng đang tính cho đối tượng nào</source>
        <translation>Which group of households the table computes</translation>
    </message>
    <message>
        <source>{name} (tự tính)</source>
        <translation>{name} (computed)</translation>
    </message>
</context>
<context>
    <name>Share</name>
    <message>
        <source>Khóa ở {count} hộ.</source>
        <translation>Locked at {count} households.</translation>
    </message>
    <message>
        <source>Không có hộ nghèo nên không nhận phần nào.</source>
        <translation>There are no poor households, so nothing is allocated.</translation>
    </message>
    <message>
        <source>Trọng số bằng 0 nên chỉ giữ {count} hộ.</source>
        <translation>The weight is 0, so only {count} households are kept.</translation>
    </message>
    <message>
        <source>Giảm hết {count} hộ nghèo hiện có, không thể hơn; phần dư chuyển cho đơn vị khác.</source>
        <translation>All {count} poor households are reduced, more is not possible; the rest goes to other units.</translation>
    </message>
    <message>
        <source>Dừng ở mức tối đa {count} hộ; phần dư chuyển cho đơn vị khác.</source>
        <translation>Stopped at the maximum of {count} households; the rest goes to other units.</translation>
    </message>
    <message>
        <source>Phần tính được không quá 0 nên không giao; số hộ tăng đã làm tỷ lệ giảm đủ.</source>
        <translation>The computed share is not above 0, so nothing is allocated; household growth already lowers the rate enough.</translation>
    </message>
    <message>
        <source>Nâng lên mức tối thiểu {count} hộ.</source>
        <translation>Raised to the minimum of {count} households.</translation>
    </message>
    <message>
        <source>Phần tính được vừa đúng {count} hộ.</source>
        <translation>The computed share is exactly {count} households.</translation>
    </message>
    <message>
        <source>Phần tính được {exact} hộ, nhận thêm một hộ lẻ vì phần lẻ thuộc nhóm lớn nhất.</source>
        <translation>The computed share is {exact} households; one more household is given because its fraction is among the largest.</translation>
    </message>
    <message>
        <source>Phần tính được {exact} hộ, bỏ phần lẻ vì hộ lẻ đã giao cho phần lẻ lớn hơn.</source>
        <translation>The computed share is {exact} households; the fraction is dropped because the odd households went to larger fractions.</translation>
    </message>
    <message>
        <source>Theo số hộ nghèo</source>
        <translation>By poor households</translation>
    </message>
    <message>
        <source>Giảm cùng số điểm %</source>
        <translation>The same reduction in points</translation>
    </message>
    <message>
        <source>Lũy tiến: hộ nghèo nhân tỷ lệ nghèo</source>
        <translation>Progressive: poor households times poverty rate</translation>
    </message>
    <message>
        <source>Theo tỷ trọng hiện tại của phương án</source>
        <translation>By the present shares in the scenario</translation>
    </message>
    <message>
        <source>Theo cột trọng số tự nhập</source>
        <translation>By a column of weights you enter</translation>
    </message>
    <message>
        <source>Đơn vị</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Tên đơn vị</source>
        <translation>Name of the unit</translation>
    </message>
    <message>
        <source>{series}
đầu năm</source>
        <translation>{series},
year start</translation>
    </message>
    <message>
        <source>{series} đầu năm; không đơn vị nào phải giảm nhiều hơn</source>
        <translation>{series} at the start of the year; no unit has to reduce by more</translation>
    </message>
    <message>
        <source>Khóa</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>Giữ nguyên số hộ giảm của đơn vị; phím cách để khóa hoặc mở</source>
        <translation>Keep the reduction of this unit; the space bar locks and unlocks</translation>
    </message>
    <message>
        <source>Ít nhất</source>
        <translation>At least</translation>
    </message>
    <message>
        <source>Số hộ giảm tối thiểu; để trống nếu không đặt</source>
        <translation>Minimum reduction in households; leave empty for none</translation>
    </message>
    <message>
        <source>Nhiều nhất</source>
        <translation>At most</translation>
    </message>
    <message>
        <source>Số hộ giảm tối đa; để trống nếu không đặt</source>
        <translation>Maximum reduction in households; leave empty for none</translation>
    </message>
    <message>
        <source>Trọng số</source>
        <translation>Weight</translation>
    </message>
    <message>
        <source>Trọng số tự nhập, gõ hoặc dán từ Excel; để trống là 0</source>
        <translation>Weight of your own, typed or pasted from Excel; empty means 0</translation>
    </message>
    <message>
        <source>Đang giảm</source>
        <translation>Present</translation>
    </message>
    <message>
        <source>Số hộ giảm theo phương án hiện tại</source>
        <translation>Reduction in households in the present scenario</translation>
    </message>
    <message>
        <source>Sẽ giảm</source>
        <translation>New</translation>
    </message>
    <message>
        <source>Số hộ giảm sau khi phân bổ; gõ một số vào đây để khóa ở số đó</source>
        <translation>Reduction in households after allocation; type a number here to lock it</translation>
    </message>
    <message>
        <source>Chênh lệch</source>
        <translation>Difference</translation>
    </message>
    <message>
        <source>Số hộ giảm thêm (+) hoặc bớt đi (−) so với hiện tại</source>
        <translation>Households reduced in addition (+) or less (−) than at present</translation>
    </message>
    <message>
        <source>Giảm
(điểm %)</source>
        <translation>Reduction
(points)</translation>
    </message>
    <message>
        <source>Tỷ lệ giảm sau khi phân bổ, điểm phần trăm</source>
        <translation>Reduction of the rate after allocation, in percentage points</translation>
    </message>
    <message>
        <source>Tỷ lệ
cuối năm (%)</source>
        <translation>Rate at
year end (%)</translation>
    </message>
    <message>
        <source>Tỷ lệ cuối năm sau khi phân bổ</source>
        <translation>Rate at year end after allocation</translation>
    </message>
    <message>
        <source>Vì sao</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>Vì sao đơn vị nhận số hộ này</source>
        <translation>Why the unit gets this number of households</translation>
    </message>
    <message>
        <source>đã khóa</source>
        <translation>locked</translation>
    </message>
    <message>
        <source>không có hộ nghèo</source>
        <translation>no poor households</translation>
    </message>
    <message>
        <source>trọng số bằng 0</source>
        <translation>weight is 0</translation>
    </message>
    <message>
        <source>giảm hết số hộ hiện có</source>
        <translation>all its households</translation>
    </message>
    <message>
        <source>chạm mức nhiều nhất</source>
        <translation>at its maximum</translation>
    </message>
    <message>
        <source>không phải giảm thêm</source>
        <translation>no further reduction</translation>
    </message>
    <message>
        <source>nâng lên mức ít nhất</source>
        <translation>raised to its minimum</translation>
    </message>
    <message>
        <source>vừa đúng phần tính được</source>
        <translation>exactly the computed share</translation>
    </message>
    <message>
        <source>{exact}, làm tròn lên</source>
        <translation>{exact}, rounded up</translation>
    </message>
    <message>
        <source>{exact}, làm tròn xuống</source>
        <translation>{exact}, rounded down</translation>
    </message>
    <message>
        <source>hộ</source>
        <translation>households</translation>
    </message>
    <message>
        <source>điểm % trở lên</source>
        <translation>points or more</translation>
    </message>
    <message>
        <source>hộ còn lại cuối năm</source>
        <translation>households left at year end</translation>
    </message>
    <message>
        <source>% là tỷ lệ cuối năm</source>
        <translation>% as the rate at year end</translation>
    </message>
    <message>
        <source>Đơn vị có nhiều hộ nghèo hơn thì giảm nhiều hơn.</source>
        <translation>Units with more poor households reduce more.</translation>
    </message>
    <message>
        <source>Tỷ lệ của mọi đơn vị giảm như nhau; nơi không đủ hộ thì nơi khác bù.</source>
        <translation>The rate of every unit falls by the same; where households do not suffice, other units make up for it.</translation>
    </message>
    <message>
        <source>Nơi tỷ lệ cao giảm mạnh hơn nơi tỷ lệ thấp.</source>
        <translation>Where the rate is high, it falls more than where it is low.</translation>
    </message>
    <message>
        <source>Giữ tỷ lệ giữa các đơn vị như phương án đang có.</source>
        <translation>The proportions between the units stay as in the present scenario.</translation>
    </message>
    <message>
        <source>Gõ hoặc dán (Ctrl+V) trọng số vào cột “Trọng số”.</source>
        <translation>Type or paste (Ctrl+V) weights into the column “Weight”.</translation>
    </message>
</context>
<context>
    <name>ShareDialog</name>
    <message>
        <source>Phân bổ chỉ tiêu</source>
        <translation>Allocate targets</translation>
    </message>
    <message>
        <source>Phân bổ</source>
        <translation>Allocate</translation>
    </message>
    <message>
        <source>Phân bổ trong</source>
        <translation>Allocate within</translation>
    </message>
    <message>
        <source>Tổng tính theo</source>
        <translation>Total counted as</translation>
    </message>
    <message>
        <source>Cách phân bổ</source>
        <translation>Way of allocating</translation>
    </message>
    <message>
        <source>Đồng thời ghi tổng này là chỉ tiêu được giao ({unit})</source>
        <translation>Also enter this total as an assigned goal ({unit})</translation>
    </message>
    <message>
        <source>= giảm {count} hộ, tỷ lệ {start} → {end} %</source>
        <translation>= reduce by {count} households, rate {start} → {end} %</translation>
    </message>
    <message>
        <source>✓ {units} đơn vị cộng lại đúng {count} hộ.</source>
        <translation>✓ {units} units add up to exactly {count} households.</translation>
    </message>
    <message>
        <source>Tổng cần phân bổ</source>
        <translation>Total to allocate</translation>
    </message>
    <message>
        <source>&amp;Phân bổ trong:</source>
        <translation>A&amp;llocate within:</translation>
    </message>
    <message>
        <source>&amp;Tổng cần giảm:</source>
        <translation>&amp;Total reduction:</translation>
    </message>
    <message>
        <source>&amp;Cách phân bổ:</source>
        <translation>&amp;Way of allocating:</translation>
    </message>
</context>
<context>
    <name>ShareModel</name>
    <message>
        <source>có</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>không</source>
        <translation>no</translation>
    </message>
</context>
<context>
    <name>ShareTable</name>
    <message>
        <source>Bảng phân bổ</source>
        <translation>Allocation table</translation>
    </message>
    <message>
        <source>Dòng tổng cộng</source>
        <translation>Total row</translation>
    </message>
    <message>
        <source>Điều kiện</source>
        <translation>Conditions</translation>
    </message>
    <message>
        <source>Số hộ giảm trong năm</source>
        <translation>Reduction in households this year</translation>
    </message>
    <message>
        <source>Sau khi phân bổ</source>
        <translation>After allocation</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Kết quả và cảnh báo</source>
        <translation>Results and warnings</translation>
    </message>
</context>
<context>
    <name>Start</name>
    <message>
        <source>Đắk Nông 2024 – 8 huyện, thành phố</source>
        <translation>Đắk Nông 2024 – 8 districts and towns</translation>
    </message>
    <message>
        <source>Kế hoạch 97/KH-UBND, số liệu thật</source>
        <translation>Plan 97/KH-UBND, real figures</translation>
    </message>
    <message>
        <source>Đắk Nông 2024 – đến cấp xã</source>
        <translation>Đắk Nông 2024 – down to communes</translation>
    </message>
    <message>
        <source>71 xã, phường, thị trấn; chưa có số liệu xã</source>
        <translation>71 communes, no figures yet</translation>
    </message>
    <message>
        <source>Lâm Đồng 2026 – hai cấp</source>
        <translation>Lâm Đồng 2026 – two levels</translation>
    </message>
    <message>
        <source>124 xã, phường, đặc khu; chưa có số liệu</source>
        <translation>124 communes, no figures yet</translation>
    </message>
    <message>
        <source>Tập huấn – số liệu xã giả định</source>
        <translation>Training – invented commune figures</translation>
    </message>
    <message>
        <source>để học cách dùng, không phải số liệu thật</source>
        <translation>for learning, not real figures</translation>
    </message>
    <message>
        <source>tệp không còn ở đó</source>
        <translation>the file is no longer there</translation>
    </message>
    <message>
        <source>không đọc được</source>
        <translation>cannot be read</translation>
    </message>
    <message>
        <source>không thấy thư mục hoặc ổ đĩa</source>
        <translation>folder or disk not found</translation>
    </message>
    <message>
        <source>(chưa đặt tên)</source>
        <translation>(unnamed)</translation>
    </message>
    <message>
        <source>{count} thay đổi chưa lưu</source>
        <translation>unsaved changes: {count}</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Trang đầu</source>
        <translation>Start page</translation>
    </message>
    <message>
        <source>Chọn kế hoạch cần mở.</source>
        <translation>Choose a plan to open.</translation>
    </message>
    <message>
        <source>Kế hoạch có thể mở</source>
        <translation>Plans that can be opened</translation>
    </message>
    <message>
        <source>Nhập từ Excel…</source>
        <translation>Import from Excel…</translation>
    </message>
    <message>
        <source>Mở tệp khác…</source>
        <translation>Open another file…</translation>
    </message>
    <message>
        <source>Mở</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Chưa lưu từ lần trước</source>
        <translation>Unsaved from last time</translation>
    </message>
    <message>
        <source>Mở gần đây</source>
        <translation>Recent files</translation>
    </message>
    <message>
        <source>Kế hoạch mẫu</source>
        <translation>Sample plans</translation>
    </message>
</context>
<context>
    <name>Starting</name>
    <message>
        <source>Hai lần trước chương trình không khởi động được, nên lần này không tự mở tệp nào. Hãy chọn ở Trang đầu; các thay đổi chưa lưu vẫn còn.</source>
        <translation>The program could not start the last two times, so no file was opened by itself this time. Choose one on the Start page; unsaved changes are still there.</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Chưa ghi được xuống đĩa</source>
        <translation>Not written to disk yet</translation>
    </message>
    <message>
        <source>Đang ghi…</source>
        <translation>Writing…</translation>
    </message>
    <message>
        <source>Thay đổi đã giữ trên máy, chưa lưu vào tệp</source>
        <translation>Changes are kept on this computer, not saved to a file yet</translation>
    </message>
    <message>
        <source>✓ Đã lưu {time}</source>
        <translation>✓ Saved {time}</translation>
    </message>
    <message>
        <source>Chưa có thay đổi</source>
        <translation>No changes yet</translation>
    </message>
    <message>
        <source>{count} bước có thể hoàn tác</source>
        <translation>undo steps: {count}</translation>
    </message>
    <message>
        <source>Kế hoạch {number}</source>
        <translation>Plan {number}</translation>
    </message>
    <message>
        <source>Đang chọn: {count} ô · Tổng {sum} · Trung bình {mean}</source>
        <translation>Selected cells: {count} · Sum {sum} · Mean {mean}</translation>
    </message>
</context>
<context>
    <name>TargetMenu</name>
    <message>
        <source>&amp;Chỉ tiêu</source>
        <translation>&amp;Targets</translation>
    </message>
    <message>
        <source>&amp;Phân bổ chỉ tiêu…</source>
        <translation>&amp;Allocate targets…</translation>
    </message>
    <message>
        <source>Phân bổ một tổng cho các đơn vị bên dưới (Ctrl+Shift+P)</source>
        <translation>Allocate a total to the units below (Ctrl+Shift+P)</translation>
    </message>
    <message>
        <source>Chỉ tiêu được &amp;giao…</source>
        <translation>Assigned &amp;goals…</translation>
    </message>
    <message>
        <source>&amp;Kiểm chứng bảng số liệu</source>
        <translation>&amp;Verify the table</translation>
    </message>
    <message>
        <source>Nhập hoặc dán số liệu {series} cuối năm {year} vào bảng.</source>
        <translation>Enter or paste figures of {series} at the end of {year} into the table.</translation>
    </message>
</context>
<context>
    <name>ToolBar</name>
    <message>
        <source>Thanh công cụ</source>
        <translation>Tool bar</translation>
    </message>
    <message>
        <source>Hoàn tác</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Làm lại</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>Nhập số liệu…</source>
        <translation>Import figures…</translation>
    </message>
    <message>
        <source>Phân bổ…</source>
        <translation>Allocate…</translation>
    </message>
    <message>
        <source>Phương án</source>
        <translation>Scenario</translation>
    </message>
    <message>
        <source>Năm</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>Đối tượng</source>
        <translation>Group</translation>
    </message>
    <message>
        <source>Xuất phụ lục</source>
        <translation>Export appendix</translation>
    </message>
    <message>
        <source>Xuất phụ lục chính thức ra Excel (Ctrl+E)</source>
        <translation>Export the official appendix to Excel (Ctrl+E)</translation>
    </message>
</context>
<context>
    <name>Trajectory</name>
    <message>
        <source>thực tế</source>
        <translation>actual</translation>
    </message>
    <message>
        <source>kế hoạch</source>
        <translation>plan</translation>
    </message>
    <message>
        <source>chỉ tiêu</source>
        <translation>goal</translation>
    </message>
    <message>
        <source>phương án khác</source>
        <translation>other scenarios</translation>
    </message>
    <message>
        <source>hộ nghèo</source>
        <translation>poor households</translation>
    </message>
    <message>
        <source>hộ cận nghèo</source>
        <translation>near-poor households</translation>
    </message>
    <message>
        <source>hộ nghèo DTTS</source>
        <translation>ethnic minority poor households</translation>
    </message>
    <message>
        <source>hộ nghèo DTTS tại chỗ</source>
        <translation>local ethnic minority poor households</translation>
    </message>
    <message>
        <source>hộ nghèo đa chiều</source>
        <translation>multidimensionally poor households</translation>
    </message>
    <message>
        <source>đổi chuẩn nghèo</source>
        <translation>change of poverty standard</translation>
    </message>
    <message>
        <source>Chưa có số liệu để vẽ lộ trình</source>
        <translation>There are no figures to draw the trajectory yet</translation>
    </message>
    <message>
        <source>Lộ trình tỷ lệ {series} {unit}</source>
        <translation>Trajectory of the rate of {series}, {unit}</translation>
    </message>
    <message>
        <source>Tỷ lệ {series} (%)</source>
        <translation>Rate of {series} (%)</translation>
    </message>
    <message>
        <source>năm {year} {value} %</source>
        <translation>{year}: {value} %</translation>
    </message>
    <message>
        <source>chỉ tiêu {year} không quá {value} %</source>
        <translation>goal {year}: at most {value} %</translation>
    </message>
    <message>
        <source>phương án “{name}” {year} {value} %</source>
        <translation>scenario “{name}” {year}: {value} %</translation>
    </message>
    <message>
        <source>kế hoạch {year} {value} %</source>
        <translation>plan {year}: {value} %</translation>
    </message>
    <message>
        <source>(gần đúng)</source>
        <translation>(approximate)</translation>
    </message>
    <message>
        <source>đổi chuẩn nghèo giữa năm {before} và năm {after}</source>
        <translation>change of poverty standard between {before} and {after}</translation>
    </message>
    <message>
        <source>Năm {year}</source>
        <translation>Year {year}</translation>
    </message>
    <message>
        <source>Tỷ lệ (%)</source>
        <translation>Rate (%)</translation>
    </message>
    <message>
        <source>Tổng số hộ</source>
        <translation>Total households</translation>
    </message>
    <message>
        <source>Chuẩn nghèo {standard}</source>
        <translation>Poverty standard {standard}</translation>
    </message>
    <message>
        <source>Nguồn số {kind}: {source}</source>
        <translation>Source ({kind}): {source}</translation>
    </message>
</context>
<context>
    <name>TrajectoryPlot</name>
    <message>
        <source>Sao chép biểu đồ</source>
        <translation>Copy chart</translation>
    </message>
    <message>
        <source>Lưu biểu đồ…</source>
        <translation>Save chart…</translation>
    </message>
</context>
<context>
    <name>Unit</name>
    <message>
        <source>Kế hoạch năm nay</source>
        <translation>Plan of this year</translation>
    </message>
    <message>
        <source>Mức cao nhất từng đạt</source>
        <translation>Fastest ever reached</translation>
    </message>
    <message>
        <source>Chưa có số liệu các năm trước theo cùng một chuẩn nghèo.</source>
        <translation>There are no figures of earlier years under the same poverty standard yet.</translation>
    </message>
    <message>
        <source>Mức cao nhất từng đạt ({first}–{last})</source>
        <translation>Fastest ever reached ({first}–{last})</translation>
    </message>
    <message>
        <source>Đơn vị tương tự (trung vị)</source>
        <translation>Similar units (median)</translation>
    </message>
    <message>
        <source>{name}: tỷ lệ {rate} %, giảm {points}</source>
        <translation>{name}: rate {rate} %, reduction {points}</translation>
    </message>
</context>
<context>
    <name>UnitCard</name>
    <message>
        <source>Mức giảm có khả thi không? (điểm %)</source>
        <translation>Is the reduction realistic? (points)</translation>
    </message>
    <message>
        <source>{arrow} {unit}: vì sao giảm, có khả thi không</source>
        <translation>{arrow} {unit}: why the rate falls, is it realistic</translation>
    </message>
</context>
<context>
    <name>UnitField</name>
    <message>
        <source>Đơn vị khác:</source>
        <translation>Another unit:</translation>
    </message>
    <message>
        <source>Dùng</source>
        <translation>Use</translation>
    </message>
</context>
<context>
    <name>UnitMenu</name>
    <message>
        <source>&amp;Thêm đơn vị…</source>
        <translation>&amp;Add unit…</translation>
    </message>
    <message>
        <source>Đơn &amp;vị</source>
        <translation>&amp;Unit</translation>
    </message>
    <message>
        <source>Thêm đơn vị cấ&amp;p dưới…</source>
        <translation>Add unit &amp;below…</translation>
    </message>
    <message>
        <source>Đổ&amp;i tên</source>
        <translation>Re&amp;name</translation>
    </message>
    <message>
        <source>Xóa đơn &amp;vị</source>
        <translation>&amp;Remove unit</translation>
    </message>
    <message>
        <source>C&amp;huyển lên</source>
        <translation>Move &amp;up</translation>
    </message>
    <message>
        <source>Chuyển x&amp;uống</source>
        <translation>Move do&amp;wn</translation>
    </message>
    <message>
        <source>Thêm đơn vị</source>
        <translation>Add unit</translation>
    </message>
    <message>
        <source>Tên đơn vị:</source>
        <translation>Name of the unit:</translation>
    </message>
</context>
<context>
    <name>UnitPanel</name>
    <message>
        <source>Đơn vị của dòng</source>
        <translation>Unit of the row</translation>
    </message>
    <message>
        <source>Ô</source>
        <translation>Cell</translation>
    </message>
    <message>
        <source>Tên trên tệp</source>
        <translation>Name in the file</translation>
    </message>
    <message>
        <source>Hiểu là</source>
        <translation>Taken as</translation>
    </message>
    <message>
        <source>Theo</source>
        <translation>By</translation>
    </message>
    <message>
        <source>nhớ từ lần trước</source>
        <translation>remembered</translation>
    </message>
    <message>
        <source>Không nhập dòng này</source>
        <translation>Do not import this row</translation>
    </message>
</context>
<context>
    <name>Whole</name>
    <message>
        <source>Toàn tỉnh</source>
        <translation>Whole province</translation>
    </message>
    <message>
        <source>Toàn thành phố</source>
        <translation>Whole city</translation>
    </message>
    <message>
        <source>Toàn huyện</source>
        <translation>Whole district</translation>
    </message>
    <message>
        <source>Toàn thị xã</source>
        <translation>Whole town</translation>
    </message>
    <message>
        <source>Toàn quận</source>
        <translation>Whole urban district</translation>
    </message>
    <message>
        <source>Toàn xã</source>
        <translation>Whole commune</translation>
    </message>
    <message>
        <source>Toàn phường</source>
        <translation>Whole ward</translation>
    </message>
    <message>
        <source>Toàn thị trấn</source>
        <translation>Whole township</translation>
    </message>
    <message>
        <source>Toàn đặc khu</source>
        <translation>Whole special zone</translation>
    </message>
    <message>
        <source>Toàn thôn</source>
        <translation>Whole village</translation>
    </message>
    <message>
        <source>Tổng cộng</source>
        <translation>Total</translation>
    </message>
</context>
<context>
    <name>WhyFalls</name>
    <message>
        <source>Vì sao giảm</source>
        <translation>Why the rate falls</translation>
    </message>
</context>
<context>
    <name>WindowParts</name>
    <message>
        <source>Không tự bù được với các số hiện có: hãy xem lại chỉ tiêu và số liệu của đơn vị.</source>
        <translation>The present figures leave no room for this: look at the goal and at the unit’s figures again.</translation>
    </message>
    <message>
        <source>Chưa hoàn tác hay làm lại: kế hoạch đã được sửa trong lúc đang chuẩn bị.</source>
        <translation>Not undone or redone: the plan was edited while that was being prepared.</translation>
    </message>
    <message>
        <source>Dòng {row}, cột {column} của khối dán (“{text}”): {reason}</source>
        <translation>Row {row}, column {column} of the pasted block (“{text}”): {reason}</translation>
    </message>
    <message>
        <source>… và {count} ô khác.</source>
        <translation>… and {count} more cells.</translation>
    </message>
    <message>
        <source>{count} ô không nhận được; các ô khác đã dán.</source>
        <translation>Cells not accepted: {count}; the other cells were pasted.</translation>
    </message>
    <message>
        <source>Không ô nào được dán.</source>
        <translation>No cell was pasted.</translation>
    </message>
    <message>
        <source>Xem tất cả…</source>
        <translation>Show all…</translation>
    </message>
    <message>
        <source>{unit}: đã chia cho {count} đơn vị theo tỷ trọng hiện tại. Muốn chia cách khác, bấm “Phân bổ…” (Ctrl+Shift+P).</source>
        <translation>{unit}: divided among {count} units by their present shares. To divide it otherwise, press “Allocate…” (Ctrl+Shift+P).</translation>
    </message>
    <message>
        <source>{unit}: đã phân bổ cho {count} đơn vị. Ctrl+Z để hoàn tác.</source>
        <translation>{unit}: allocated to {count} units. Ctrl+Z undoes it.</translation>
    </message>
    <message>
        <source>Đã xuất phụ lục: {path}</source>
        <translation>Appendix exported: {path}</translation>
    </message>
</context>
<context>
    <name>WritingDialog</name>
    <message>
        <source>Hủy</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Đang ghi…</source>
        <translation>Writing…</translation>
    </message>
</context>
<context>
    <name>YearBox</name>
    <message>
        <source>Năm kế hoạch</source>
        <translation>Plan year</translation>
    </message>
</context>
</TS>
